import { and, eq, sql } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import type { AuditEvent } from "#lib/audit/events";
import type { Tx } from "#lib/transaction";

/** One event about this user or contact, for the page that shows what was just done; null for anything else. */
export async function findEvent(
  tx: Tx,
  accountId: string,
  eventId: string,
  about: { userId: string } | { contactId: string },
): Promise<AuditEvent | null> {
  const [event] = await tx
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.accountId, accountId),
        eq(auditEvents.id, eventId),
        "userId" in about
          ? eq(auditEvents.userId, about.userId)
          : sql`${auditEvents.data} ->> 'contactId' = ${about.contactId}`,
      ),
    );
  return event ? (event as AuditEvent) : null;
}
