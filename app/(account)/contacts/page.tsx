import { ContactsView } from "#components/contacts/contacts-view";
import { getContactsPage } from "#lib/contacts/contacts-page";
import { contactFilterSchema } from "#lib/contacts/filter";
import { requireMember } from "#lib/session";

export default async function ContactsPage(props: PageProps<"/contacts">) {
  const actor = await requireMember();
  const { q, assignee, after } = await props.searchParams;
  const filter = contactFilterSchema.parse({ search: q, assignee, cursor: after });
  const page = await getContactsPage(actor, filter);
  return <ContactsView {...page} filter={filter} isAdmin={actor.role === "admin"} />;
}
