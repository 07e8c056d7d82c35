import { randomUUID } from "node:crypto";
import { cancelTransferAction, undoTransferAction } from "#app/(account)/transfers/actions";
import { PlannedTransferView } from "#components/transfers/planned-transfer-view";
import { TransferView } from "#components/transfers/transfer-view";
import { found } from "#lib/found";
import { readerOf } from "#lib/reader";
import { requireMember } from "#lib/session";
import { findPlannedPage } from "#lib/transfers/planned-page";
import { getTransferPage } from "#lib/transfers/transfer-page";

export default async function TransferPage(props: PageProps<"/transfers/[id]">) {
  const actor = await requireMember();
  const { id } = await props.params;
  const dates = await readerOf(actor.timeZone);
  const planned = await found(id, (transferId) => findPlannedPage(actor, transferId));
  if (planned && planned.state !== "done") {
    return (
      <PlannedTransferView
        transfer={planned}
        dates={dates}
        cancelAction={cancelTransferAction}
        requestId={randomUUID()}
      />
    );
  }
  const page = await found(id, (transferId) => getTransferPage(actor, transferId));
  return (
    <TransferView
      {...page}
      dates={dates}
      undoAction={undoTransferAction}
      requestId={randomUUID()}
    />
  );
}
