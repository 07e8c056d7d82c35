import { and, eq, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contactCounts } from "#db/schema/contact-counts";
import type { Tx } from "#lib/transaction";

/** How many contacts lie in this user's books; deleted ones do not count. */
export async function countContacts(tx: Tx, accountId: string, userId: string): Promise<number> {
  let total = 0;
  for (const contacts of (await countByBook(tx, accountId, userId)).values()) total += contacts;
  return total;
}

/** The same for each of the user's books that holds any. */
export async function countByBook(
  tx: Tx,
  accountId: string,
  userId: string,
): Promise<Map<string, number>> {
  const total = sql<number>`sum(${contactCounts.contacts})::int`;
  const rows = await tx
    .select({ bookId: books.id, contacts: total })
    .from(books)
    .innerJoin(
      contactCounts,
      and(eq(contactCounts.accountId, books.accountId), eq(contactCounts.bookId, books.id)),
    )
    .where(and(eq(books.accountId, accountId), eq(books.assigneeId, userId)))
    .groupBy(books.id)
    .having(sql`${total} > 0`);
  return new Map(rows.map(({ bookId, contacts }) => [bookId, contacts]));
}
