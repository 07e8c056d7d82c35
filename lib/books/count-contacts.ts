import { and, count, eq, isNull } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contacts } from "#db/schema/contacts";
import type { Tx } from "#lib/transaction";

/** How many contacts lie in this user's books; deleted ones do not count. */
export async function countContacts(tx: Tx, accountId: string, userId: string): Promise<number> {
  const [row] = await tx
    .select({ contacts: count() })
    .from(contacts)
    .innerJoin(books, and(eq(books.accountId, contacts.accountId), eq(books.id, contacts.bookId)))
    .where(
      and(
        eq(contacts.accountId, accountId),
        eq(books.assigneeId, userId),
        isNull(contacts.deletedAt),
      ),
    );
  return row?.contacts ?? 0;
}

/** The same for each of the user's books that holds any. */
export async function countByBook(
  tx: Tx,
  accountId: string,
  userId: string,
): Promise<Map<string, number>> {
  const rows = await tx
    .select({ bookId: books.id, contacts: count() })
    .from(contacts)
    .innerJoin(books, and(eq(books.accountId, contacts.accountId), eq(books.id, contacts.bookId)))
    .where(
      and(
        eq(contacts.accountId, accountId),
        eq(books.assigneeId, userId),
        isNull(contacts.deletedAt),
      ),
    )
    .groupBy(books.id);
  return new Map(rows.map(({ bookId, contacts }) => [bookId, contacts]));
}
