import { contactTrail } from "#components/contacts/contacts-trail";
import { DeleteContactForm } from "#components/contacts/delete-contact-form";
import { HelpLink } from "#components/help/help-link";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { RESTORE_DAYS } from "#lib/contacts/rules";
import type { FormAction } from "#lib/form-state";

type DeleteContactViewProps = {
  contact: { id: string; name: string };
  action: FormAction;
  requestId: string;
};

/** "Delete NAME": what becomes of the contact, before the click. */
export function DeleteContactView({ contact, action, requestId }: DeleteContactViewProps) {
  return (
    <>
      <PageHeader
        title={`Delete ${contact.name}`}
        aside={<HelpLink page="deleting-contacts" />}
        breadcrumb={contactTrail(contact)}
      />
      <Section title="What happens">
        <ul className="list">
          <li>It is hidden from the Contact Table, searches, counts and exports, for everyone.</li>
          <li>Its History stays, with its authors and times.</li>
          <li>For {RESTORE_DAYS} days an admin can restore it, to the same assignee.</li>
        </ul>
      </Section>
      <DeleteContactForm action={action} contactId={contact.id} requestId={requestId} />
    </>
  );
}
