import { randomUUID } from "node:crypto";
import { restoreContactAction } from "#app/(account)/contacts/actions";
import { DeletedContactsView } from "#components/contacts/deleted-contacts-view";
import { getDeletedContactsPage } from "#lib/contacts/deleted-contacts-page";
import { readerOf } from "#lib/reader";
import { requireAdmin } from "#lib/session";

export default async function DeletedContactsPage(props: PageProps<"/contacts/deleted">) {
  const actor = await requireAdmin();
  const { after } = await props.searchParams;
  return (
    <DeletedContactsView
      page={await getDeletedContactsPage(actor, typeof after === "string" ? after : undefined)}
      now={new Date()}
      dates={await readerOf(actor.timeZone)}
      action={restoreContactAction}
      requestIdOf={() => randomUUID()}
    />
  );
}
