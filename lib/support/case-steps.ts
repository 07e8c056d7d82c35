import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import type { AuditEvent } from "#lib/audit/events";
import { kindsIn } from "#lib/audit/kind-groups";
import type { Tx } from "#lib/transaction";

/** What was done in this case, from the account's own log, the first step first. */
export async function listCaseSteps(
  tx: Tx,
  accountId: string,
  caseNumber: number,
): Promise<AuditEvent[]> {
  const { id, at, kind, actorId, actorName, userId, userName, data } = auditEvents;
  const events = await tx
    .select({ id, at, kind, actorId, actorName, userId, userName, data })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.accountId, accountId),
        inArray(auditEvents.kind, kindsIn("support")),
        sql`${auditEvents.data} ->> 'caseNumber' = ${String(caseNumber)}`,
      ),
    )
    .orderBy(asc(auditEvents.at), asc(auditEvents.id))
    .limit(500);
  return events as AuditEvent[];
}
