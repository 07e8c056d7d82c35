import { and, eq, ne, sql } from "drizzle-orm";
import { sessions } from "#db/schema/sessions";
import { isOpenSession } from "#lib/sessions/open-sessions";
import type { Tx } from "#lib/transaction";

type Ending = {
  reason: "ended_by_user" | "password_changed" | "second_step_reset";
  /** Who ends them, if not the user. */
  byUserId?: string;
  /** One that goes on. */
  exceptId?: string;
};

/** Ends the user's open sessions, all or all but one, and answers how many they were. */
export async function endOpenSessions(
  tx: Tx,
  { accountId, userId }: { accountId: string; userId: string },
  { reason, byUserId = userId, exceptId }: Ending,
): Promise<number> {
  const ended = await tx
    .update(sessions)
    // Not when the transaction began: it may have waited, and what it ends went on meanwhile.
    .set({ endedAt: sql`clock_timestamp()`, endReason: reason, endedBy: byUserId })
    .where(
      and(
        eq(sessions.accountId, accountId),
        eq(sessions.userId, userId),
        exceptId ? ne(sessions.id, exceptId) : undefined,
        isOpenSession,
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}
