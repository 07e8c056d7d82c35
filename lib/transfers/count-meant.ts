import { and, count, eq, type SQL, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contactCounts } from "#db/schema/contact-counts";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import { selectedBooks } from "#lib/contacts/selected";
import type { Tx } from "#lib/transaction";
import type { Meant } from "#lib/transfers/meant";
import { isMeant } from "#lib/transfers/picked-contacts";

/** A user and how many of the contacts are theirs. */
export type Holder = { id: string; name: string; status: "active" | "inactive"; contacts: number };

/** Whose the contacts are that are meant, and how many of each, most first. */
export async function countMeant(tx: Tx, accountId: string, meant: Meant): Promise<Holder[]> {
  if ("contactIds" in meant && meant.contactIds.length === 0) return [];
  const isWhole = "selection" in meant && meant.selection.search === "";
  const holders = isWhole
    ? await countInBooks(tx, accountId, selectedBooks(meant.selection))
    : await countOneByOne(tx, accountId, isMeant(accountId, meant));
  return holders.toSorted((one, other) => other.contacts - one.contacts);
}

/** The sum of whatever is counted. */
export function sumOf(counted: { contacts: number }[]): number {
  return counted.reduce((sum, { contacts }) => sum + contacts, 0);
}

async function countInBooks(tx: Tx, accountId: string, where: SQL | undefined) {
  const total = sql<number>`sum(${contactCounts.contacts})::int`;
  return tx
    .select({ id: users.id, name: users.name, status: users.status, contacts: total })
    .from(books)
    .innerJoin(users, and(eq(users.accountId, books.accountId), eq(users.id, books.assigneeId)))
    .innerJoin(
      contactCounts,
      and(eq(contactCounts.accountId, books.accountId), eq(contactCounts.bookId, books.id)),
    )
    .where(and(eq(books.accountId, accountId), where))
    .groupBy(users.id, users.name, users.status)
    .having(sql`${total} > 0`);
}

async function countOneByOne(tx: Tx, accountId: string, where: SQL | undefined) {
  return tx
    .select({ id: users.id, name: users.name, status: users.status, contacts: count() })
    .from(contacts)
    .innerJoin(books, and(eq(books.accountId, contacts.accountId), eq(books.id, contacts.bookId)))
    .innerJoin(users, and(eq(users.accountId, books.accountId), eq(users.id, books.assigneeId)))
    .where(and(eq(contacts.accountId, accountId), where))
    .groupBy(users.id, users.name, users.status);
}
