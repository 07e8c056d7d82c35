import { randomUUID } from "node:crypto";
import { cancelImportAction, importContactsAction } from "#app/(account)/contacts/import/actions";
import { ImportView } from "#components/imports/import-view";
import { found } from "#lib/found";
import { getImportPage } from "#lib/imports/import-page";
import { searchText } from "#lib/input";
import { isReadOnly } from "#lib/read-only";
import { readerOf } from "#lib/reader";
import { requireAdmin } from "#lib/session";

export default async function ImportPage(props: PageProps<"/contacts/import/[id]">) {
  const actor = await requireAdmin();
  const { id } = await props.params;
  const colleague = searchText.parse((await props.searchParams).colleague);
  return (
    <ImportView
      {...(await found(id, (importId) => getImportPage(actor, importId, colleague)))}
      isReadOnly={isReadOnly(actor)}
      dates={await readerOf(actor.timeZone)}
      importAction={importContactsAction}
      cancelAction={cancelImportAction}
      requestIds={[randomUUID(), randomUUID()]}
    />
  );
}
