import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import type { ContactSelection } from "#lib/contacts/selection";

/** The condition that a contact is among the selected, where its book and its assignee are joined. */
export function selected(accountId: string, selection: ContactSelection): SQL | undefined {
  const { search } = selection;
  const found = search ? sql`${contacts.id} in (select contacts_matching(${search}))` : undefined;
  return and(kept(accountId), found, selectedBooks(selection));
}

/** The same, looked at row by row, for a search whose index would bring most of the table. */
export function selectedByRow(accountId: string, selection: ContactSelection): SQL | undefined {
  const { search } = selection;
  const found = search ? isFound(search) : undefined;
  return and(kept(accountId), found, selectedBooks(selection));
}

/** What `contacts_matching` asks of a contact, said of one (0008). */
export function isFound(search: string): SQL<boolean> {
  return sql`' ' || ${contacts.searchText} like all (contact_patterns(${search}))`;
}

function kept(accountId: string): SQL | undefined {
  return and(eq(contacts.accountId, accountId), isNull(contacts.deletedAt));
}

/** The part of the condition that is about books and users alone. */
export function selectedBooks({ assignee, book }: ContactSelection): SQL | undefined {
  return and(
    assignee === "inactive" ? eq(users.status, "inactive") : undefined,
    assignee && assignee !== "inactive" ? eq(users.id, assignee) : undefined,
    book === "own" ? isNull(books.transferId) : undefined,
    book && book !== "own" ? eq(books.transferId, book) : undefined,
  );
}
