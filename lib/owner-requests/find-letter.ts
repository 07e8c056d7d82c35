import { and, eq, sql } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { ownerRequestLetters } from "#db/schema/owner-request-letters";
import { ownerRequests } from "#db/schema/owner-requests";
import { users } from "#db/schema/users";
import { idOfToken } from "#lib/links";
import { getOwnerRequest } from "#lib/owner-requests/get-owner-request";
import { read, type Tx } from "#lib/transaction";

export type Letter = NonNullable<Awaited<ReturnType<typeof findLetter>>>;

/** A letter by its link, with its case; null for a forged link or another account's. */
export async function findLetter(tx: Tx, accountId: string, token: string) {
  const letterId = idOfToken("owner request letter", token);
  if (!letterId) return null;
  const [letter] = await tx
    .select({
      id: ownerRequestLetters.id,
      requestId: ownerRequestLetters.requestId,
      userId: ownerRequestLetters.userId,
      userName: users.name,
      address: ownerRequestLetters.address,
      answer: ownerRequestLetters.answer,
      answeredAt: ownerRequestLetters.answeredAt,
      accountName: accounts.name,
      timeZone: accounts.timeZone,
      isOpen,
    })
    .from(ownerRequestLetters)
    .innerJoin(accounts, eq(accounts.id, ownerRequestLetters.accountId))
    .innerJoin(
      ownerRequests,
      and(
        eq(ownerRequests.accountId, ownerRequestLetters.accountId),
        eq(ownerRequests.id, ownerRequestLetters.requestId),
      ),
    )
    .leftJoin(
      users,
      and(
        eq(users.accountId, ownerRequestLetters.accountId),
        eq(users.id, ownerRequestLetters.userId),
      ),
    )
    .where(and(eq(ownerRequestLetters.accountId, accountId), eq(ownerRequestLetters.id, letterId)));
  if (!letter) return null;
  const request = await getOwnerRequest(tx, accountId, letter.requestId);
  const isConcerned = request.kind === "removal" && request.userId === letter.userId;
  return { ...letter, isConcerned, request };
}

/** As the database asks when it is answered: the latest letter of an open case, its reader still meant. */
const isOpen = sql<boolean>`(
  ${ownerRequests.endedAt} is null and ${ownerRequests.expiresAt} > now()
  and ${ownerRequestLetters.toldAt} = ${ownerRequests.begunAt}
  and (${ownerRequestLetters.userId} is null or (${users.status} = 'active'
    and (${users.isOwner} or ${ownerRequests.kind} = 'rescue'))))`;

/** The one that a mailed link stands for. */
export function findLinkedLetter(accountId: string, token: string): Promise<Letter | null> {
  return read({ kind: "system", accountId }, (tx) => findLetter(tx, accountId, token));
}
