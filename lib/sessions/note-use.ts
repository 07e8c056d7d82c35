import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "#db/schema/sessions";
import { transact } from "#lib/transaction";

const FIVE_MINUTES = 5 * 60 * 1000;

/** Notes that a session is in use, to five minutes: an exact time would be a write at every page. */
export async function noteUse(accountId: string, sessionId: string, last: Date): Promise<void> {
  if (Date.now() - last.getTime() < FIVE_MINUTES) return;
  await transact({ kind: "system", accountId }, (tx) =>
    tx
      .update(sessions)
      .set({ lastUsedAt: new Date() })
      .where(
        and(
          eq(sessions.accountId, accountId),
          eq(sessions.id, sessionId),
          isNull(sessions.endedAt),
        ),
      ),
  );
}
