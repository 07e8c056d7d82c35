import { and, eq, inArray } from "drizzle-orm";
import { books } from "#db/schema/books";
import { transfers } from "#db/schema/transfers";
import { carveEvenly } from "#lib/books/carve-evenly";
import { countByBook } from "#lib/books/count-contacts";
import { lockUser } from "#lib/change";
import type { Tx } from "#lib/transaction";

export type Share = { userId: string; contacts: number };
export type SharedOut = { contacts: number; transferId: string | null; shares: Share[] };

/**
 * Hands all books of a leaver to the successors: whole to one, split evenly among several (domain
 * rule 22); to nobody if there is none. Leaves the leaver's user row locked for the caller, so that
 * the counts stay true.
 */
export async function shareOut(
  tx: Tx,
  by: { accountId: string; userId: string },
  leaverId: string,
  successors: { id: string }[],
): Promise<SharedOut> {
  const { accountId } = by;
  // Before the leaver is locked, so that adding contacts there goes on meanwhile.
  const carved =
    successors.length > 1 ? await carveEvenly(tx, accountId, leaverId, successors.length) : [];
  await lockUser(tx, accountId, leaverId);
  const counts = await countByBook(tx, accountId, leaverId);
  const contacts = sum(counts.values());
  if (successors.length === 0 || contacts === 0) return { contacts, transferId: null, shares: [] };

  const [transfer] = await tx
    .insert(transfers)
    .values({
      accountId,
      kind: "inactivation",
      byUserId: by.userId,
      fromUserId: leaverId,
      contacts,
    })
    .returning({ id: transfers.id });
  if (!transfer) throw new Error("The transfer was not inserted.");
  const pieces = successors.map(({ id: userId }, n) => ({ userId, bookIds: carved[n] ?? [] }));
  // The first comes last and takes all that is left, also what was added a moment ago.
  for (const [n, { userId, bookIds }] of [...pieces.entries()].reverse()) {
    if (n > 0 && bookIds.length === 0) continue;
    await tx
      .update(books)
      .set({ assigneeId: userId, transferId: transfer.id })
      .where(
        and(
          eq(books.accountId, accountId),
          eq(books.assigneeId, leaverId),
          n > 0 ? inArray(books.id, bookIds) : undefined,
        ),
      );
  }
  const others = pieces.slice(1).map(({ userId, bookIds }) => ({
    userId,
    contacts: sum(bookIds.map((id) => counts.get(id) ?? 0)),
  }));
  const rest = contacts - sum(others.map((share) => share.contacts));
  const [first] = successors;
  return {
    contacts,
    transferId: transfer.id,
    shares: first ? [{ userId: first.id, contacts: rest }, ...others] : others,
  };
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
