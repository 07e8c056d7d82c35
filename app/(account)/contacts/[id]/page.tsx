import { randomUUID } from "node:crypto";
import { addHistoryEntryAction } from "#app/(account)/contacts/actions";
import { ContactView } from "#components/contacts/contact-view";
import { getContactPage } from "#lib/contacts/contact-page";
import { found } from "#lib/found";
import { readerOf } from "#lib/reader";
import { requireMember } from "#lib/session";

export default async function ContactPage(props: PageProps<"/contacts/[id]">) {
  const actor = await requireMember();
  const { id } = await props.params;
  const { added, before } = await props.searchParams;
  const page = await found(id, (contactId) =>
    getContactPage(actor, contactId, typeof before === "string" ? before : undefined),
  );
  return (
    <ContactView
      {...page}
      dates={await readerOf(actor.timeZone)}
      action={addHistoryEntryAction}
      requestId={randomUUID()}
      added={typeof added === "string" ? added : undefined}
    />
  );
}
