import { and, eq, sql } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import type { AuditEvent } from "#lib/audit/events";
import type { Tx } from "#lib/transaction";

/** One event about this contact, for the page that shows what was just done; null for anything else. */
export async function findContactEvent(
  tx: Tx,
  accountId: string,
  contactId: string,
  eventId: string,
): Promise<AuditEvent | null> {
  const [event] = await tx
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.accountId, accountId),
        eq(auditEvents.id, eventId),
        sql`${auditEvents.data} ->> 'contactId' = ${contactId}`,
      ),
    );
  return event ? (event as AuditEvent) : null;
}
