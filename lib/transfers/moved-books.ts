import { and, eq, inArray, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";
import type { PlannedTransfer } from "#lib/transfers/planned-transfer";

/** Holds these books where they are; refuses if one changed hands since the transfer was asked for. */
export async function refuseMovedBooks(
  tx: Tx,
  { accountId, id, fromName }: PlannedTransfer,
  bookIds: string[],
  strength: "share" | "no key update" = "share",
): Promise<void> {
  const these = and(eq(books.accountId, accountId), inArray(books.id, bookIds));
  await tx.select({ id: books.id }).from(books).where(these).orderBy(books.id).for(strength);
  // A statement of its own: it sees what was committed while the lock was waited for.
  const moved = await tx
    .select({ id: books.id })
    .from(books)
    .where(
      and(
        these,
        sql`exists (select from book_moves m where m.account_id = ${accountId}
          and m.book_id = ${books.id} and m.at > (select requested_at from planned_transfers
            where account_id = ${accountId} and id = ${id}))`,
      ),
    )
    .limit(1);
  if (moved.length > 0) {
    throw new Refusal("transfer_source_moved", { name: fromName ?? undefined });
  }
}
