import { ButtonLink } from "#components/ui/button";
import { EmailText } from "#components/ui/email-text";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Pagination } from "#components/ui/pagination";
import { SearchForm } from "#components/ui/search-form";
import { Table, Td, Th, Tr } from "#components/ui/table";
import { Toolbar } from "#components/ui/toolbar";
import type { ContactFilter } from "#lib/contacts/filter";
import { href } from "#lib/hrefs";
import type { Page } from "#lib/keyset";
import { plural } from "#lib/plurals";

type Status = "active" | "inactive";
type ContactsViewProps = {
  page: Page<{
    id: string;
    name: string;
    company: string;
    email: string;
    phone: string;
    assigneeId: string;
    assigneeName: string;
    assigneeStatus: Status;
  }>;
  total: number;
  assignees: { id: string; name: string; status: Status }[];
  filter: ContactFilter;
  /** Importing is for admins. */
  isAdmin?: boolean;
};

const PATH = "/contacts";

/** The contacts of the account, with whom they lie. All of its state is in the address. */
export function ContactsView({ page, total, assignees, filter, isAdmin }: ContactsViewProps) {
  const address = (cursor: string | null) =>
    cursor ? href(PATH, { q: filter.search, assignee: filter.assignee, after: cursor }) : undefined;
  const isFiltered = filter.search !== "" || filter.assignee !== undefined;
  return (
    <>
      <PageHeader
        title="Contacts"
        actions={isAdmin && <ButtonLink href="/contacts/import">Import</ButtonLink>}
      />
      <Toolbar>
        <SearchForm
          action={PATH}
          label="Search contacts"
          placeholder="Name, company, e-mail or phone"
          defaultValue={filter.search}
          clearHref={isFiltered ? PATH : undefined}
        >
          <label className="sr-only" htmlFor="assignee">
            Assignee
          </label>
          <select
            key={filter.assignee}
            id="assignee"
            name="assignee"
            className="input"
            defaultValue={filter.assignee ?? ""}
          >
            <option value="">All assignees</option>
            <option value="inactive">Inactive users' contacts</option>
            {assignees.map(({ id, name, status }) => (
              <option key={id} value={id}>
                {name}
                {status === "inactive" && " (inactive)"}
              </option>
            ))}
          </select>
        </SearchForm>
      </Toolbar>
      {page.rows.length > 0 ? (
        <Table caption="Contacts">
          <thead>
            <tr>
              <Th>Name</Th>
              <Th>Company</Th>
              <Th>E-mail</Th>
              <Th>Phone</Th>
              <Th>Assignee</Th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((contact) => (
              <Tr key={contact.id}>
                <Td lead>
                  <a className="link" dir="auto" href={`/contacts/${contact.id}`}>
                    {contact.name}
                  </a>
                </Td>
                <Td label="Company" long>
                  {contact.company}
                </Td>
                <Td label="E-mail" long>
                  {contact.email && <EmailText address={contact.email} />}
                </Td>
                <Td label="Phone">{contact.phone}</Td>
                <Td label="Assignee" long>
                  <bdi>{contact.assigneeName}</bdi>
                  {contact.assigneeStatus === "inactive" && (
                    <span className="muted"> (inactive)</span>
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <EmptyState
          title={isFiltered ? "No contact matches" : "No contacts yet"}
          actions={isFiltered && <ButtonLink href={PATH}>Show all contacts</ButtonLink>}
        />
      )}
      <Pagination
        label="Contacts"
        range={`${page.rows.length} of ${plural(total, "contact")}`}
        previousHref={address(page.previous)}
        nextHref={address(page.next)}
      />
    </>
  );
}
