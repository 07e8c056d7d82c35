import { and, desc, eq } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import type { Tx } from "#lib/transaction";

/** When and by whom this user was last made active again, if ever. */
export async function findReactivation(tx: Tx, accountId: string, userId: string) {
  const [event] = await tx
    .select({ at: auditEvents.at, by: auditEvents.actorName })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.accountId, accountId),
        eq(auditEvents.userId, userId),
        eq(auditEvents.kind, "user.reactivated"),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1);
  return event ?? null;
}
