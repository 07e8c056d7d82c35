import { and, asc, eq, exists, inArray, ne, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contactCounts } from "#db/schema/contact-counts";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import { selectedBooks } from "#lib/contacts/selected";
import type { Tx } from "#lib/transaction";
import type { Person } from "#lib/transfers/lock-receivers";
import type { Meant } from "#lib/transfers/meant";

type WholeBook = { id: string; from: Person; contacts: number };

/** The selected books that hold anything and are not the receiver's, held and counted. */
export async function lockWholeBooks(
  tx: Tx,
  accountId: string,
  meant: Meant,
  receiverId: string,
): Promise<WholeBook[]> {
  const where = "selection" in meant ? selectedBooks(meant.selection) : sql`false`;
  const anyContact = tx
    .select({ one: sql`1` })
    .from(contacts)
    .where(and(eq(contacts.accountId, books.accountId), eq(contacts.bookId, books.id)));
  const locked = await tx
    .select({ id: books.id, from: { id: users.id, name: users.name } })
    .from(books)
    .innerJoin(users, and(eq(users.accountId, books.accountId), eq(users.id, books.assigneeId)))
    .where(and(eq(books.accountId, accountId), ne(users.id, receiverId), where, exists(anyContact)))
    .orderBy(asc(books.id))
    .for("no key update", { of: books });
  // Whoever is adding a contact there has done so by now, or waits and goes with the book.
  const counts = await tx
    .select({
      id: contactCounts.bookId,
      contacts: sql<number>`sum(${contactCounts.contacts})::int`,
    })
    .from(contactCounts)
    .where(
      and(
        eq(contactCounts.accountId, accountId),
        inArray(
          contactCounts.bookId,
          locked.map(({ id }) => id),
        ),
      ),
    )
    .groupBy(contactCounts.bookId);
  const contactsIn = new Map(counts.map(({ id, contacts }) => [id, contacts]));
  return locked.map((book) => ({ ...book, contacts: contactsIn.get(book.id) ?? 0 }));
}

/** Each book changes hands by its one row. */
export async function moveWholeBooks(
  tx: Tx,
  accountId: string,
  { bookIds, to, transferId }: { bookIds: string[]; to: Person; transferId: string },
): Promise<void> {
  await tx
    .update(books)
    .set({ assigneeId: to.id, transferId })
    .where(and(eq(books.accountId, accountId), inArray(books.id, bookIds)));
}
