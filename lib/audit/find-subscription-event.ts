import { and, eq, like } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import type { AuditEvent } from "#lib/audit/events";
import type { Tx } from "#lib/transaction";

/** One event of the subscription, for the page that shows what was just done; null for any other. */
export async function findSubscriptionEvent(
  tx: Tx,
  accountId: string,
  eventId: string,
): Promise<AuditEvent | null> {
  const [event] = await tx
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.accountId, accountId),
        eq(auditEvents.id, eventId),
        like(auditEvents.kind, "subscription.%"),
      ),
    );
  return event ? (event as AuditEvent) : null;
}
