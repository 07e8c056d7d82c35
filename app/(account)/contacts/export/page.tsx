import { ExportContactsView } from "#components/contacts/export-contacts-view";
import { getExportPage } from "#lib/contacts/export-page";
import { contactSelectionSchema } from "#lib/contacts/selection";
import { requireAdmin } from "#lib/session";

export default async function ExportContactsPage(props: PageProps<"/contacts/export">) {
  const actor = await requireAdmin();
  const { q, assignee, book } = await props.searchParams;
  const selection = contactSelectionSchema.parse({ search: q, assignee, book });
  return <ExportContactsView {...(await getExportPage(actor, selection))} selection={selection} />;
}
