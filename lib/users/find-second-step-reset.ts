import { and, desc, eq } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import type { Tx } from "#lib/transaction";

/** When and by whom this user's two-step sign-in was last reset, if ever. */
export async function findSecondStepReset(tx: Tx, accountId: string, userId: string) {
  const [event] = await tx
    .select({ at: auditEvents.at, by: auditEvents.actorName })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.accountId, accountId),
        eq(auditEvents.userId, userId),
        eq(auditEvents.kind, "user.second_step_reset"),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1);
  return event ?? null;
}
