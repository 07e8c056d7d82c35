import { randomUUID } from "node:crypto";
import { undoTransferAction } from "#app/(account)/transfers/actions";
import { PlannedTransferView } from "#components/transfers/planned-transfer-view";
import { TransferView } from "#components/transfers/transfer-view";
import { found } from "#lib/found";
import { readerOf } from "#lib/reader";
import { requireMember } from "#lib/session";
import { findPlannedTransfer } from "#lib/transfers/find-planned-transfer";
import { getTransferPage } from "#lib/transfers/transfer-page";

export default async function TransferPage(props: PageProps<"/transfers/[id]">) {
  const actor = await requireMember();
  const { id } = await props.params;
  const planned = await found(id, (transferId) => findPlannedTransfer(actor, transferId));
  if (planned) return <PlannedTransferView planned={planned} />;
  const page = await found(id, (transferId) => getTransferPage(actor, transferId));
  return (
    <TransferView
      {...page}
      dates={await readerOf(actor.timeZone)}
      undoAction={undoTransferAction}
      requestId={randomUUID()}
    />
  );
}
