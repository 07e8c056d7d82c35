import { and, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { sessions } from "#db/schema/sessions";
import type { Tx } from "#lib/transaction";

type Whose = { accountId: string; userId: string };

/** Ends the user's open sessions, all or all but one, and answers how many they were. */
export async function endOpenSessions(
  tx: Tx,
  { accountId, userId }: Whose,
  reason: "ended_by_user" | "password_changed",
  exceptId?: string,
): Promise<number> {
  const ended = await tx
    .update(sessions)
    // Not when the transaction began: it may have waited, and what it ends went on meanwhile.
    .set({ endedAt: sql`clock_timestamp()`, endReason: reason, endedBy: userId })
    .where(
      and(
        eq(sessions.accountId, accountId),
        eq(sessions.userId, userId),
        exceptId ? ne(sessions.id, exceptId) : undefined,
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, sql`now()`),
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}
