import { and, desc, eq, inArray } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import type { AuditEvent, EventData, EventKind } from "#lib/audit/events";
import type { Tx } from "#lib/transaction";

/** What was last done of these kinds in the account, if anything was. */
export async function findLatestOfKinds<K extends EventKind>(
  tx: Tx,
  accountId: string,
  ...kinds: K[]
): Promise<AuditEvent<K> | null> {
  const [event] = await tx
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.accountId, accountId), inArray(auditEvents.kind, kinds)))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(1);
  return event ? { ...event, kind: event.kind as K, data: event.data as EventData[K] } : null;
}
