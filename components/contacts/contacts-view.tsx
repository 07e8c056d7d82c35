import { AssigneeMatches } from "#components/contacts/assignee-matches";
import { ChooseContacts } from "#components/contacts/choose-contacts";
import { ContactFilterForm } from "#components/contacts/contact-filter-form";
import { ContactTable } from "#components/contacts/contact-table";
import { type ContactOnPage, contactTableRow } from "#components/contacts/contact-table-row";
import { ContactViewForm } from "#components/contacts/contact-view-form";
import { ContactsHeader } from "#components/contacts/contacts-header";
import { NameBookForm } from "#components/contacts/name-book-form";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { Toolbar } from "#components/ui/toolbar";
import type { BookGroups } from "#lib/books/list-book-groups";
import type { Assignees } from "#lib/contacts/assignees";
import { bookOriginText } from "#lib/contacts/book-group-text";
import { type ContactSort, type ContactView, contactSorts } from "#lib/contacts/columns";
import { CONTACTS_PATH, type ContactFilter, contactTableHref } from "#lib/contacts/filter";
import { rangeText } from "#lib/contacts/range-text";
import type { DateStyle } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import type { Page } from "#lib/keyset";

export type ContactsViewProps = {
  page: Page<ContactOnPage>;
  /** How many match; null is more than a search counts. */
  total: number | null;
  all: number;
  assignees: Assignees;
  groups: BookGroups;
  filter: ContactFilter;
  view: ContactView;
  actor: { userId: string; role: "admin" | "user" };
  dates: DateStyle;
  chooseViewAction: FormAction;
  nameBookAction: FormAction;
  requestId: string;
};

/** The Contact Table: filters, rows, and what to do with them. All of its state is in the address. */
export function ContactsView(props: ContactsViewProps) {
  const { page, total, assignees, groups, filter, view, actor, dates } = props;
  const { search, assignee, book } = filter;
  const address = (change: Partial<ContactFilter>) =>
    contactTableHref({ ...filter, cursor: undefined, ...change });
  const isAdmin = actor.role === "admin";
  const isOwn = assignee === actor.userId;
  const chosenBook = groups.groups.find((group) => group.book === book);
  const rows = page.rows.map((row) => contactTableRow(row, view.columns, actor, dates));
  return (
    <>
      <ContactsHeader filter={filter} isAdmin={isAdmin} />
      <Toolbar>
        <ContactFilterForm {...{ filter, assignees, groups, dates }} all={props.all} />
        <ContactViewForm
          action={props.chooseViewAction}
          view={view}
          keep={{
            ...{ search, assignee, book },
            ...{ sort: filter.sort, direction: filter.direction },
          }}
        />
      </Toolbar>
      {chosenBook && assignee && (isAdmin || isOwn) && (
        <NameBookForm
          action={props.nameBookAction}
          requestId={props.requestId}
          assigneeId={assignee}
          book={chosenBook.book}
          name={chosenBook.name ?? ""}
          origin={bookOriginText(chosenBook, dates)}
        />
      )}
      {assignees.matches ? (
        <AssigneeMatches people={assignees.matches} filter={filter} />
      ) : rows.length > 0 ? (
        <ChooseContacts
          isPossible={rows.some(({ canPick }) => canPick)}
          all={isAdmin || isOwn ? total : undefined}
          selection={{ q: search, assignee, book }}
        >
          <ContactTable
            rows={rows}
            columns={view.columns}
            density={view.density}
            sorts={sortLinks(filter, address, total)}
          />
        </ChooseContacts>
      ) : (
        <NoContacts isFiltered={Boolean(search || assignee || book)} />
      )}
      <Pagination
        label="Contacts"
        isResult
        range={rangeText(page, total)}
        previousHref={page.previous ? address({ cursor: page.previous }) : undefined}
        nextHref={page.next ? address({ cursor: page.next }) : undefined}
      />
    </>
  );
}

/** Each column's head sorts by it, and turns the order round where it is sorted by already. */
function sortLinks(
  filter: ContactFilter,
  address: (change: Partial<ContactFilter>) => string,
  total: number | null,
) {
  const links = contactSorts
    // Among so many matches of a search there is no order by assignee.
    .filter((sort) => !(sort === "assignee" && total === null))
    .map((sort) => {
      const isCurrent = filter.sort === sort;
      const first = sort === "activity" ? "desc" : "asc";
      const other = filter.direction === "asc" ? "desc" : "asc";
      const href = address({ sort, direction: isCurrent ? other : first });
      return [sort, { href, direction: isCurrent ? filter.direction : undefined }] as const;
    });
  return Object.fromEntries(links) as Partial<Record<ContactSort, (typeof links)[number][1]>>;
}

function NoContacts({ isFiltered }: { isFiltered: boolean }) {
  return (
    <EmptyState
      title={isFiltered ? "No contact matches" : "No contacts yet"}
      actions={
        isFiltered ? (
          <ButtonLink href={CONTACTS_PATH}>Show all contacts</ButtonLink>
        ) : (
          <ButtonLink href="/contacts/new">Add contact</ButtonLink>
        )
      }
    />
  );
}
