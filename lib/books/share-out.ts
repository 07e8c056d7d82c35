import { and, eq, inArray } from "drizzle-orm";
import { books } from "#db/schema/books";
import { transfers } from "#db/schema/transfers";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { carveEvenly } from "#lib/books/carve-evenly";
import { SPLIT_LIMIT } from "#lib/books/split-limit";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

export type Share = { userId: string; contacts: number };

/**
 * Hands all books of a leaver to the successors: whole to one, split evenly among several (domain
 * rule 22); to nobody if there is none. Leaves the leaver's user row locked for the caller.
 */
export async function shareOut(
  tx: Tx,
  actor: Member,
  leaverId: string,
  successors: { id: string }[],
  contacts: number,
): Promise<{ transferId: string | null; shares: Share[] }> {
  const { accountId } = actor;
  const isShared = successors.length > 0 && contacts > 0;
  if (successors.length > 1 && contacts > SPLIT_LIMIT) {
    throw new Refusal("too_many_to_split", { count: contacts, limit: SPLIT_LIMIT });
  }
  // Before the leaver is locked, so that adding contacts there goes on meanwhile.
  const pieces =
    isShared && successors.length > 1
      ? await carveEvenly(tx, accountId, leaverId, successors.length)
      : [{ bookIds: [], contacts }];
  await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.id, leaverId)))
    .for("no key update");
  if (!isShared) return { transferId: null, shares: [] };

  const [transfer] = await tx
    .insert(transfers)
    .values({
      accountId,
      kind: "inactivation",
      byUserId: actor.userId,
      fromUserId: leaverId,
      contacts,
    })
    .returning({ id: transfers.id });
  if (!transfer) throw new Error("The transfer was not inserted.");
  const shares = successors.map(({ id: userId }, n) => ({
    userId,
    contacts: pieces[n]?.contacts ?? 0,
    carved: pieces[n]?.bookIds ?? [],
  }));
  // The first comes last and takes all that is left, also what was added a moment ago.
  for (const [n, { userId, carved }] of [...shares.entries()].reverse()) {
    if (n > 0 && carved.length === 0) continue;
    await tx
      .update(books)
      .set({ assigneeId: userId, transferId: transfer.id })
      .where(
        and(
          eq(books.accountId, accountId),
          eq(books.assigneeId, leaverId),
          n > 0 ? inArray(books.id, carved) : undefined,
        ),
      );
  }
  return {
    transferId: transfer.id,
    shares: shares.map(({ userId, contacts }) => ({ userId, contacts })),
  };
}
