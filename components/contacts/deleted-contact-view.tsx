import { contactsTrail } from "#components/contacts/contacts-trail";
import { RestoreContactForm } from "#components/contacts/restore-contact-form";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { restorableUntil } from "#lib/contacts/rules";
import { type DateStyle, dateText, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { type RefusalCode, whyNotSentence } from "#lib/refusal";
import { sentence } from "#lib/sentence";

type DeletedContactViewProps = {
  contact: {
    id: string;
    name: string;
    deletedAt: Date;
    deletedByName: string | null;
    whyNot: RefusalCode | null;
  };
  isAdmin: boolean;
  dates: DateStyle;
  action: FormAction;
  requestId: string;
};

/** A deleted contact's page: by whom and when, and the way back while there is one. */
export function DeletedContactView(props: DeletedContactViewProps) {
  const { contact, isAdmin, dates, action, requestId } = props;
  const { name, deletedAt, deletedByName, whyNot } = contact;
  const by = deletedByName ? `, by ${deletedByName}` : "";
  const until = dateText(restorableUntil(deletedAt), dates);
  return (
    <>
      <PageHeader title={name} breadcrumb={contactsTrail} />
      <Notice
        focus
        title={sentence`${name} was deleted on ${dateTimeText(deletedAt, dates)}${by}.`}
        actions={
          <>
            {isAdmin && !whyNot && (
              <RestoreContactForm action={action} contact={contact} requestId={requestId} />
            )}
            <ButtonLink href="/contacts" variant="quiet" size="sm">
              Back to Contacts
            </ButtonLink>
          </>
        }
      >
        {whyNot
          ? whyNotSentence(whyNot, { name })
          : `It is hidden everywhere, and its History stays. ${isAdmin ? "You" : "An admin"} can restore it until ${until}.`}
      </Notice>
    </>
  );
}
