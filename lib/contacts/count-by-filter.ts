import { and, eq, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contactCounts } from "#db/schema/contact-counts";
import { users } from "#db/schema/users";
import { selectedBooks } from "#lib/contacts/selected";
import type { ContactSelection } from "#lib/contacts/selection";
import type { Tx } from "#lib/transaction";

/** How many contacts a filter selects, of how many in the account, and in how many books they may lie. */
export type FilterCounts = { selected: number; all: number; books: number };

/** Exact, from the counts of books: it knows nothing of a search. */
export async function countByFilter(
  tx: Tx,
  accountId: string,
  selection: ContactSelection,
): Promise<FilterCounts> {
  const condition = selectedBooks(selection) ?? sql`true`;
  const [counts] = await tx
    .select({
      all: sql<number>`coalesce(sum(${contactCounts.contacts}), 0)::int`,
      selected: sql<number>`coalesce(sum(${contactCounts.contacts}) filter (where ${condition}), 0)::int`,
      books: sql<number>`(count(distinct ${books.id}) filter (where ${condition}))::int`,
    })
    .from(contactCounts)
    .innerJoin(
      books,
      and(eq(books.accountId, contactCounts.accountId), eq(books.id, contactCounts.bookId)),
    )
    .innerJoin(users, and(eq(users.accountId, books.accountId), eq(users.id, books.assigneeId)))
    .where(eq(contactCounts.accountId, accountId));
  return counts ?? { selected: 0, all: 0, books: 0 };
}
