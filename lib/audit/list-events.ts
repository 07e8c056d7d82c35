import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import type { AuditEvent } from "#lib/audit/events";
import type { EventFilter } from "#lib/audit/filter";
import { kindsIn } from "#lib/audit/kind-groups";
import { startOfDay } from "#lib/audit/start-of-day";
import { type Cursor, type Key, keyset } from "#lib/keyset";
import type { Tx } from "#lib/transaction";

/** An event of the log, with who acted: a member of the account, support, or the program itself. */
export type ListedEvent = AuditEvent & { actorKind: "member" | "agent" | "system" };

/** Whose log is read: a member's own, or of the account that support looks into. */
type Reader = { accountId: string; timeZone: string };

export const eventKeys: Key[] = [
  { expression: sql`${auditEvents.at}`, type: "timestamptz" },
  { expression: sql`${auditEvents.id}`, type: "uuid" },
];
const foundKeys: Key[] = [
  { expression: sql`found.at`, type: "timestamptz" },
  { expression: sql`found.id`, type: "uuid" },
];

/**
 * Up to `limit` events that the filter shows, newest first, from the cursor on. "By or about" and
 * several kinds are several places in an index: each is read in its order and no further than the
 * limit, so that a page costs the same in a log of a million events.
 */
export async function listEvents(
  tx: Tx,
  actor: Reader,
  filter: EventFilter,
  cursor: Cursor | null,
  limit: number,
): Promise<(ListedEvent & { keys: string[] })[]> {
  const { where, order } = keyset(eventKeys, "desc", cursor);
  const parts = placesOf(filter).map((place) =>
    tx
      .select(columns)
      .from(auditEvents)
      .where(
        and(eq(auditEvents.accountId, actor.accountId), place, ...within(filter, actor), where),
      )
      .orderBy(order)
      .limit(limit),
  );
  const rows = await tx
    // What somebody did to themselves is found twice.
    .selectDistinctOn([sql`found.at`, sql`found.id`], found)
    .from(sql`(${sql.join(parts, sql` union all `)}) as found`)
    .orderBy(keyset(foundKeys, "desc", cursor).order)
    .limit(limit);
  return rows as (ListedEvent & { keys: string[] })[];
}

const columns = {
  id: auditEvents.id,
  at: auditEvents.at,
  kind: auditEvents.kind,
  actorKind: auditEvents.actorKind,
  actorId: auditEvents.actorId,
  actorName: auditEvents.actorName,
  userId: auditEvents.userId,
  userName: auditEvents.userName,
  data: auditEvents.data,
};

const found = {
  id: sql<string>`found.id`,
  at: sql<Date>`found.at`.mapWith(auditEvents.at),
  kind: sql<string>`found.kind`,
  actorKind: sql<string>`found.actor_kind`,
  actorId: sql<string | null>`found.actor_id`,
  actorName: sql<string>`found.actor_name`,
  userId: sql<string | null>`found.user_id`,
  userName: sql<string | null>`found.user_name`,
  data: sql<unknown>`found.data`,
  keys: sql<string[]>`array[found.at::text, found.id::text]`,
};

/** The stretches of indexes that hold the filter's events, which may overlap. */
function placesOf({ person, kind }: EventFilter): (SQL | undefined)[] {
  const kinds = kind && kindsIn(kind);
  if (person) {
    const ofKind = kinds && inArray(auditEvents.kind, kinds);
    return [
      and(eq(auditEvents.actorId, person), ofKind),
      and(eq(auditEvents.userId, person), ofKind),
    ];
  }
  return kinds ? kinds.map((each) => eq(auditEvents.kind, each)) : [undefined];
}

/** The days in the account's time zone, the last one included. */
function within({ from, to }: EventFilter, { timeZone }: Reader): SQL[] {
  const conditions: SQL[] = [];
  if (from) conditions.push(sql`${auditEvents.at} >= ${startOfDay(from, 0, timeZone)}`);
  if (to) conditions.push(sql`${auditEvents.at} < ${startOfDay(to, 1, timeZone)}`);
  return conditions;
}
