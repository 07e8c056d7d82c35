import { ReceiptView } from "#components/seats/receipt-view";
import { found } from "#lib/found";
import { readerOf } from "#lib/reader";
import { getReceiptPage } from "#lib/seats/receipt-page";
import { requireAdmin } from "#lib/session";

export default async function ReceiptPage(props: PageProps<"/admin/subscription/changes/[id]">) {
  const actor = await requireAdmin();
  const { id } = await props.params;
  const receipt = await found(id, (changeId) => getReceiptPage(actor, changeId));
  return <ReceiptView receipt={receipt} dates={await readerOf(actor.timeZone)} />;
}
