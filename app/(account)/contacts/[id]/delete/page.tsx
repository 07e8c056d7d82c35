import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { deleteContactAction } from "#app/(account)/contacts/actions";
import { DeleteContactView } from "#components/contacts/delete-contact-view";
import { getEditContactPage } from "#lib/contacts/edit-contact-page";
import { found } from "#lib/found";
import { requireAdmin } from "#lib/session";

export default async function DeleteContactPage(props: PageProps<"/contacts/[id]/delete">) {
  const actor = await requireAdmin();
  const { id } = await props.params;
  const contact = await found(id, (contactId) => getEditContactPage(actor, contactId));
  if (!contact) redirect(`/contacts/${id}`);
  return (
    <DeleteContactView contact={contact} action={deleteContactAction} requestId={randomUUID()} />
  );
}
