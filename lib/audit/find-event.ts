import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import type { AuditEvent, EventKind } from "#lib/audit/events";
import type { Tx } from "#lib/transaction";

/** What an event is to be about, or of which kind, so that no page shows what belongs to another. */
type About = { userId: string } | { contactId: string } | { kinds: EventKind[] };

/** One event about this, for the page that shows what was just done; null for anything else. */
export async function findEvent(
  tx: Tx,
  accountId: string,
  eventId: string,
  about: About,
): Promise<AuditEvent | null> {
  const [event] = await tx
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.accountId, accountId), eq(auditEvents.id, eventId), isAbout(about)));
  return event ? (event as AuditEvent) : null;
}

function isAbout(about: About): SQL {
  if ("userId" in about) return eq(auditEvents.userId, about.userId);
  if ("kinds" in about) return inArray(auditEvents.kind, about.kinds);
  return sql`${auditEvents.data} ->> 'contactId' = ${about.contactId}`;
}
