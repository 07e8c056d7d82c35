import { ImportsView } from "#components/imports/imports-view";
import { getImportsPage } from "#lib/imports/imports-page";
import { isReadOnly } from "#lib/read-only";
import { readerOf } from "#lib/reader";
import { requireAdmin } from "#lib/session";

export default async function ImportsPage(props: PageProps<"/contacts/import">) {
  const actor = await requireAdmin();
  const { missing } = await props.searchParams;
  return (
    <ImportsView
      imports={await getImportsPage(actor)}
      isFileMissing={missing === "yes"}
      isReadOnly={isReadOnly(actor)}
      dates={await readerOf(actor.timeZone)}
    />
  );
}
