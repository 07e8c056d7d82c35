import { randomUUID } from "node:crypto";
import { undoTransferAction } from "#app/(account)/transfers/actions";
import { TransferView } from "#components/transfers/transfer-view";
import { found } from "#lib/found";
import { readerOf } from "#lib/reader";
import { requireAdmin } from "#lib/session";
import { getTransferPage } from "#lib/transfers/transfer-page";

export default async function TransferPage(props: PageProps<"/transfers/[id]">) {
  const actor = await requireAdmin();
  const { id } = await props.params;
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
