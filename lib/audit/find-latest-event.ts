import { and, desc, eq } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import type { EventData, EventKind } from "#lib/audit/events";
import type { Tx } from "#lib/transaction";

/** When and by whom this was last done to this user, if ever, and what was recorded of it. */
export async function findLatestEvent<K extends EventKind>(
  tx: Tx,
  accountId: string,
  userId: string,
  kind: K,
): Promise<{ at: Date; by: string; data: EventData[K] } | null> {
  const [event] = await tx
    .select({ at: auditEvents.at, by: auditEvents.actorName, data: auditEvents.data })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.accountId, accountId),
        eq(auditEvents.userId, userId),
        eq(auditEvents.kind, kind),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1);
  return event ? { ...event, data: event.data as EventData[K] } : null;
}
