import { randomUUID } from "node:crypto";
import { chooseContactViewAction, nameBookAction } from "#app/(account)/contacts/actions";
import { ContactsView } from "#components/contacts/contacts-view";
import { getContactsPage } from "#lib/contacts/contacts-page";
import { contactFilterOf } from "#lib/contacts/filter";
import { readerOf } from "#lib/reader";
import { requireMember } from "#lib/session";

export default async function ContactsPage(props: PageProps<"/contacts">) {
  const actor = await requireMember();
  const filter = contactFilterOf(await props.searchParams);
  return (
    <ContactsView
      {...(await getContactsPage(actor, filter))}
      actor={actor}
      dates={await readerOf(actor.timeZone)}
      chooseViewAction={chooseContactViewAction}
      nameBookAction={nameBookAction}
      requestId={randomUUID()}
    />
  );
}
