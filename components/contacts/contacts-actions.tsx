import { ButtonLink } from "#components/ui/button";
import type { ContactSelection } from "#lib/contacts/selection";
import { selectionHref } from "#lib/contacts/selection-href";

type ContactsActionsProps = { isAdmin: boolean; selection: ContactSelection };

/** What begins at the Contact Table: a new contact, and for admins the file and the way back. */
export function ContactsActions({ isAdmin, selection }: ContactsActionsProps) {
  return (
    <>
      <ButtonLink href="/contacts/new" variant="primary">
        Add contact
      </ButtonLink>
      {isAdmin && (
        <>
          <ButtonLink href={selectionHref("/contacts/export", selection)}>Export</ButtonLink>
          <ButtonLink href="/contacts/deleted">Deleted contacts</ButtonLink>
        </>
      )}
    </>
  );
}
