import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { editContactAction } from "#app/(account)/contacts/actions";
import { contactTrail } from "#components/contacts/contacts-trail";
import { EditContactForm } from "#components/contacts/edit-contact-form";
import { HelpLink } from "#components/help/help-link";
import { HeldUp } from "#components/shell/held-up";
import { PageHeader } from "#components/ui/page-header";
import { getEditContactPage } from "#lib/contacts/edit-contact-page";
import { found } from "#lib/found";
import { isReadOnly } from "#lib/read-only";
import { requireMember } from "#lib/session";

export default async function EditContactPage(props: PageProps<"/contacts/[id]/edit">) {
  const actor = await requireMember();
  const { id } = await props.params;
  const { again } = await props.searchParams;
  const contact = await found(id, (contactId) => getEditContactPage(actor, contactId));
  if (!contact) redirect(`/contacts/${id}`);
  return (
    <>
      <PageHeader
        title={`Edit ${contact.name}`}
        aside={<HelpLink page="adding-contacts" />}
        breadcrumb={contactTrail(contact)}
      />
      <HeldUp isReadOnly={isReadOnly(actor)} isAdmin={actor.role === "admin"}>
        <EditContactForm
          // Asked for again, the form begins with the present values.
          key={String(again)}
          action={editContactAction}
          requestId={randomUUID()}
          contact={contact}
        />
      </HeldUp>
    </>
  );
}
