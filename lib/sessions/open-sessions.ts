import { and, count, eq, gt, isNull, sql } from "drizzle-orm";
import { sessions } from "#db/schema/sessions";
import type { Tx } from "#lib/transaction";

/** In a query of sessions: whether this one still lets its user in. */
export const isOpenSession = and(isNull(sessions.endedAt), gt(sessions.expiresAt, sql`now()`));

/** How many open sessions this user has. */
export async function countOpenSessions(
  tx: Tx,
  accountId: string,
  userId: string,
): Promise<number> {
  const [row] = await tx
    .select({ open: count() })
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), eq(sessions.userId, userId), isOpenSession));
  return row?.open ?? 0;
}
