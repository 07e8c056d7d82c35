import { contactsTrail } from "#components/contacts/contacts-trail";
import { RestoreContactForm } from "#components/contacts/restore-contact-form";
import { HelpLink } from "#components/help/help-link";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { TextLink } from "#components/ui/link";
import { PageHeader } from "#components/ui/page-header";
import { Pagination } from "#components/ui/pagination";
import { Table, Td, Th, Tr } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { restorableUntil, whyNotRestore } from "#lib/contacts/rules";
import { type DateStyle, dateText, dateTimeText, exactText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { href } from "#lib/hrefs";
import type { Page } from "#lib/keyset";
import { plural } from "#lib/plurals";

type DeletedContact = {
  id: string;
  name: string;
  company: string;
  deletedAt: Date;
  deletedByName: string | null;
  mergedIntoName: string | null;
};
type DeletedContactsViewProps = {
  page: Page<DeletedContact>;
  now: Date;
  dates: DateStyle;
  action: FormAction;
  /** One for each row's form. */
  requestIdOf: (contactId: string) => string;
};

const PATH = "/contacts/deleted";

/** Deleted contacts, the latest first, each with until when it can be restored. */
export function DeletedContactsView(props: DeletedContactsViewProps) {
  const { page, now, dates, action, requestIdOf } = props;
  const address = (cursor: string | null) => (cursor ? href(PATH, { after: cursor }) : undefined);
  return (
    <>
      <PageHeader
        title="Deleted contacts"
        aside={<HelpLink page="deleting-contacts" />}
        description="A deleted contact can be restored for 30 days, with its History and to the same assignee."
        breadcrumb={contactsTrail}
      />
      {page.rows.length > 0 ? (
        <Table caption="Deleted contacts">
          <thead>
            <tr>
              <Th>Name</Th>
              <Th>Company</Th>
              <Th>Deleted</Th>
              <Th>Restorable until</Th>
              <Th>Restore</Th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((contact) => (
              <Tr key={contact.id}>
                <Td lead>
                  <TextLink href={`/contacts/${contact.id}`} dir="auto">
                    {contact.name}
                  </TextLink>
                </Td>
                <Td label="Company" long>
                  {contact.company}
                </Td>
                <Td label="Deleted" long>
                  <Deletion contact={contact} dates={dates} />
                </Td>
                {whyNotRestore(contact.deletedAt, now) ? (
                  <>
                    <Td label="Restorable until">No longer</Td>
                    <Td />
                  </>
                ) : (
                  <>
                    <Td label="Restorable until">
                      {dateText(restorableUntil(contact.deletedAt), dates)}
                    </Td>
                    <Td actions>
                      <RestoreContactForm
                        action={action}
                        contact={contact}
                        requestId={requestIdOf(contact.id)}
                      />
                    </Td>
                  </>
                )}
              </Tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <EmptyState
          title="No deleted contacts"
          actions={<ButtonLink href="/contacts">Back to Contacts</ButtonLink>}
        />
      )}
      {page.rows.length > 0 && (
        <Pagination
          label="Deleted contacts"
          range={plural(page.rows.length, "contact")}
          previousHref={address(page.previous)}
          nextHref={address(page.next)}
        />
      )}
    </>
  );
}

function Deletion({ contact, dates }: { contact: DeletedContact; dates: DateStyle }) {
  const { deletedAt, deletedByName, mergedIntoName } = contact;
  return (
    <>
      <Time iso={deletedAt.toISOString()} exact={exactText(deletedAt, dates)}>
        {dateTimeText(deletedAt, dates)}
      </Time>
      {deletedByName && (
        <>
          {" by "}
          <bdi>{deletedByName}</bdi>
        </>
      )}
      {mergedIntoName && (
        <span className="muted">
          , merged into <bdi>{mergedIntoName}</bdi>
        </span>
      )}
    </>
  );
}
