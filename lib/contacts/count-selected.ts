import { and, eq, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contactCounts } from "#db/schema/contact-counts";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import { selected, selectedBooks } from "#lib/contacts/selected";
import type { ContactSelection } from "#lib/contacts/selection";
import type { Tx } from "#lib/transaction";

/** How many contacts are selected, exactly: whole books by what is kept of each, a search one by one. */
export async function countSelected(
  tx: Tx,
  accountId: string,
  selection: ContactSelection,
): Promise<number> {
  const isUser = and(eq(users.accountId, books.accountId), eq(users.id, books.assigneeId));
  const [row] = selection.search
    ? await tx
        .select({ total: sql<number>`count(*)::int` })
        .from(contacts)
        .innerJoin(
          books,
          and(eq(books.accountId, contacts.accountId), eq(books.id, contacts.bookId)),
        )
        .innerJoin(users, isUser)
        .where(selected(accountId, selection))
    : await tx
        .select({ total: sql<number>`coalesce(sum(${contactCounts.contacts}), 0)::int` })
        .from(contactCounts)
        .innerJoin(
          books,
          and(eq(books.accountId, contactCounts.accountId), eq(books.id, contactCounts.bookId)),
        )
        .innerJoin(users, isUser)
        .where(and(eq(contactCounts.accountId, accountId), selectedBooks(selection)));
  return row?.total ?? 0;
}
