import { HelpLink } from "#components/help/help-link";
import { ButtonLink } from "#components/ui/button";
import { PageHeader } from "#components/ui/page-header";
import { type ContactFilter, contactTableHref } from "#lib/contacts/filter";

type ContactsHeaderProps = { filter: ContactFilter; isAdmin: boolean };

/** The Contact Table's title, and what adds, brings in, takes out and brings back contacts. */
export function ContactsHeader({ filter, isAdmin }: ContactsHeaderProps) {
  const { search, assignee, book } = filter;
  return (
    <PageHeader
      title="Contacts"
      aside={<HelpLink page="finding-contacts">How to find contacts</HelpLink>}
      actions={
        <>
          {isAdmin && (
            <>
              <ButtonLink href="/contacts/deleted" variant="quiet">
                Deleted contacts
              </ButtonLink>
              <ButtonLink href="/contacts/import">Import</ButtonLink>
              <ButtonLink href={contactTableHref({ search, assignee, book }, "/contacts/export")}>
                Export
              </ButtonLink>
            </>
          )}
          <ButtonLink href="/contacts/new" variant="primary">
            Add contact
          </ButtonLink>
        </>
      }
    />
  );
}
