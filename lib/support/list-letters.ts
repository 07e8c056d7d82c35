import { and, asc, eq, sql } from "drizzle-orm";
import { ownerRequestLetters } from "#db/schema/owner-request-letters";
import { users } from "#db/schema/users";
import type { CaseAgent } from "#lib/actor";
import type { Case } from "#lib/support/get-case";
import type { Tx } from "#lib/transaction";

export type Letter = Awaited<ReturnType<typeof listLetters>>[number];

/** Who was told of the case, and what they answered; of earlier rounds, too. */
export async function listLetters(tx: Tx, { accountId, requestId }: CaseAgent, request: Case) {
  const letters = await tx
    .select({
      id: ownerRequestLetters.id,
      name: sql<string>`coalesce(${users.name}, ${ownerRequestLetters.address})`,
      userId: ownerRequestLetters.userId,
      toldAt: ownerRequestLetters.toldAt,
      answer: ownerRequestLetters.answer,
      answeredAt: ownerRequestLetters.answeredAt,
      words: ownerRequestLetters.words,
    })
    .from(ownerRequestLetters)
    .leftJoin(
      users,
      and(
        eq(users.accountId, ownerRequestLetters.accountId),
        eq(users.id, ownerRequestLetters.userId),
      ),
    )
    .where(
      and(
        eq(ownerRequestLetters.accountId, accountId),
        eq(ownerRequestLetters.requestId, requestId),
      ),
    )
    .orderBy(asc(ownerRequestLetters.toldAt), asc(sql`2`), asc(ownerRequestLetters.id));
  return letters.map(({ userId, ...letter }) => ({
    ...letter,
    isConcerned: userId !== null && userId === request.userId,
    isOfNow: letter.toldAt.getTime() === request.begunAt.getTime(),
  }));
}
