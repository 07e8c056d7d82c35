import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { books } from "#db/schema/books";
import { contactCounts } from "#db/schema/contact-counts";
import { transfers } from "#db/schema/transfers";
import { users } from "#db/schema/users";
import type { Tx } from "#lib/transaction";

/** A user's books by how they came: those of one transfer, or those that came by none. */
export type BookGroup = {
  /** The transfer, or `own`. */
  book: string;
  name: string | null;
  contacts: number;
  /** When they came, from whom where it was one user, and whether they came back by an undo. */
  at: Date | null;
  fromName: string | null;
  isReturn: boolean;
};

export type BookGroups = { groups: BookGroup[]; older: number };

/** More than these fill no list. */
const MOST_LISTED = 100;

const leavers = alias(users, "leavers");

/** The groups that hold contacts, own ones first, the latest next, and the chosen one in any case. */
export async function listBookGroups(
  tx: Tx,
  accountId: string,
  userId: string,
  chosen?: string,
): Promise<BookGroups> {
  const isChosen = sql`bool_or(coalesce(${books.transferId}::text, 'own') = ${chosen ?? ""})`;
  const held = sql<number>`coalesce(sum(${contactCounts.contacts}), 0)::int`;
  const rows = await tx
    .select({
      book: sql<string>`coalesce(${books.transferId}::text, 'own')`,
      name: sql<string | null>`max(${books.name})`,
      contacts: held,
      at: transfers.at,
      fromName: leavers.name,
      isReturn: sql<boolean>`coalesce(${transfers.kind} = 'undo', false)`,
    })
    .from(books)
    .leftJoin(
      contactCounts,
      and(eq(contactCounts.accountId, books.accountId), eq(contactCounts.bookId, books.id)),
    )
    .leftJoin(
      transfers,
      and(eq(transfers.accountId, books.accountId), eq(transfers.id, books.transferId)),
    )
    .leftJoin(
      leavers,
      and(eq(leavers.accountId, transfers.accountId), eq(leavers.id, transfers.fromUserId)),
    )
    .where(and(eq(books.accountId, accountId), eq(books.assigneeId, userId)))
    .groupBy(books.transferId, transfers.id, transfers.at, transfers.kind, leavers.name)
    .having(sql`${held} > 0 or ${isChosen}`)
    .orderBy(sql`${transfers.id} is not null`, desc(isChosen), desc(transfers.id));
  const groups = rows.slice(0, MOST_LISTED);
  return { groups, older: rows.length - groups.length };
}
