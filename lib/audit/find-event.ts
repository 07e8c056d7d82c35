import { and, eq } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import type { AuditEvent } from "#lib/audit/events";
import type { Tx } from "#lib/transaction";

/** One event about this user, for the page that shows what was just done; null for anything else. */
export async function findEvent(
  tx: Tx,
  accountId: string,
  userId: string,
  eventId: string,
): Promise<AuditEvent | null> {
  const [event] = await tx
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.accountId, accountId),
        eq(auditEvents.userId, userId),
        eq(auditEvents.id, eventId),
      ),
    );
  return event ? (event as AuditEvent) : null;
}
