import { and, desc, eq, sql } from "drizzle-orm";
import { ownerRequests } from "#db/schema/owner-requests";
import { users } from "#db/schema/users";
import { caseState } from "#lib/owner-requests/get-owner-request";
import type { Tx } from "#lib/transaction";

const MOST_LISTED = 50;

/** The account's cases, the open ones first, then the latest. */
export function listAccountCases(tx: Tx, accountId: string) {
  return tx
    .select({
      number: ownerRequests.number,
      kind: ownerRequests.kind,
      state: caseState,
      /** Whose status it is about, or who is to be an Owner. */
      userName: users.name,
      createdAt: ownerRequests.createdAt,
      endedAt: ownerRequests.endedAt,
    })
    .from(ownerRequests)
    .leftJoin(
      users,
      and(
        eq(users.accountId, ownerRequests.accountId),
        eq(users.id, sql`coalesce(${ownerRequests.userId}, ${ownerRequests.successorId})`),
      ),
    )
    .where(eq(ownerRequests.accountId, accountId))
    .orderBy(sql`${ownerRequests.endedAt} is null desc`, desc(ownerRequests.number))
    .limit(MOST_LISTED);
}
