import { notFound } from "next/navigation";
import { InvoiceView } from "#components/seats/invoice-view";
import { getInvoicePage } from "#lib/billing/invoice-page";
import { readerOf } from "#lib/reader";
import { requireAdmin } from "#lib/session";

export default async function InvoicePage(
  props: PageProps<"/admin/subscription/invoices/[number]">,
) {
  const actor = await requireAdmin();
  const { number } = await props.params;
  const page = await getInvoicePage(actor, number);
  if (!page) notFound();
  return (
    <InvoiceView {...page} accountName={actor.accountName} dates={await readerOf(actor.timeZone)} />
  );
}
