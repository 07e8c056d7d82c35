import { and, eq, sql } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import type { Member } from "#lib/actor";
import type { AuditEvent } from "#lib/audit/events";
import { cutPage, decodeCursor, type Key, keyset } from "#lib/keyset";
import { read } from "#lib/transaction";

const PAGE_SIZE = 50;
const keys: Key[] = [
  { expression: sql`${auditEvents.at}`, type: "timestamptz" },
  { expression: sql`${auditEvents.id}`, type: "uuid" },
];

/** A page of the account log, newest first. */
export async function getAuditPage(actor: Member, cursorText?: string) {
  const cursor = decodeCursor(cursorText, keys);
  const { where, order } = keyset(keys, "desc", cursor);
  const rows = await read(actor, (tx) =>
    tx
      .select({
        id: auditEvents.id,
        at: auditEvents.at,
        kind: auditEvents.kind,
        actorId: auditEvents.actorId,
        actorName: auditEvents.actorName,
        userId: auditEvents.userId,
        userName: auditEvents.userName,
        data: auditEvents.data,
        keys: sql<string[]>`array[${auditEvents.at}::text, ${auditEvents.id}::text]`,
      })
      .from(auditEvents)
      .where(and(eq(auditEvents.accountId, actor.accountId), where))
      .orderBy(order)
      .limit(PAGE_SIZE + 1),
  );
  const page = cutPage(rows, PAGE_SIZE, cursor);
  return { ...page, rows: page.rows as AuditEvent[] };
}
