import { and, asc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import { supportQueue } from "#db/schema/support-queue";
import type { Agent } from "#lib/actor";
import { cutPage, decodeCursor, type Key, keyset } from "#lib/keyset";
import type { AgeCount } from "#lib/support/case-ages";
import type { CaseFilter } from "#lib/support/case-filter";
import { read, type Tx } from "#lib/transaction";

const PAGE_SIZE = 50;

/** A page of the queue, how old the open cases of the filter are, and to whom cases can be given. */
export function getCasesPage(actor: Agent, filter: CaseFilter) {
  return read(actor, async (tx) => ({
    page: await pageOf(tx, actor, filter),
    ages: await countByAge(tx, actor, filter),
    agents: await listAgents(tx),
  }));
}

/** Open ones in the order in which they came, ended ones the latest first. */
async function pageOf(tx: Tx, actor: Agent, filter: CaseFilter) {
  const hasEnded = filter.state === "ended";
  const at = hasEnded ? supportQueue.endedAt : supportQueue.createdAt;
  const keys: Key[] = [
    { expression: sql`${at}`, type: "timestamptz" },
    { expression: sql`${supportQueue.id}`, type: "uuid" },
  ];
  const cursor = decodeCursor(filter.cursor, keys);
  const { where, order } = keyset(keys, hasEnded ? "desc" : "asc", cursor);
  const rows = await tx
    .select({
      number: supportQueue.number,
      kind: supportQueue.kind,
      state: supportQueue.state,
      accountName: supportQueue.accountName,
      userName: supportQueue.userName,
      assignedToName: supportQueue.assignedToName,
      createdAt: supportQueue.createdAt,
      waitsUntil: supportQueue.waitsUntil,
      endedAt: supportQueue.endedAt,
      keys: sql<string[]>`array[${at}::text, ${supportQueue.id}::text]`,
    })
    .from(supportQueue)
    .where(and(inState(filter), ...narrowed(actor, filter), where))
    .orderBy(order)
    .limit(PAGE_SIZE + 1);
  return cutPage(rows, PAGE_SIZE, cursor);
}

/** Of the open cases of the filter, whatever state it asks for: how many there are of each age. */
function countByAge(tx: Tx, actor: Agent, filter: CaseFilter): Promise<AgeCount[]> {
  const days = sql<number>`floor(extract(epoch from now() - ${supportQueue.createdAt}) / 86400)::int`;
  return tx
    .select({ state: supportQueue.state, days, count: sql<number>`count(*)::int` })
    .from(supportQueue)
    .where(and(isNull(supportQueue.endedAt), ...narrowed(actor, filter)))
    .groupBy(supportQueue.state, sql`2`);
}

function inState({ state }: CaseFilter): SQL | undefined {
  if (state === "ended") return isNotNull(supportQueue.endedAt);
  return and(isNull(supportQueue.endedAt), state && eq(supportQueue.state, state));
}

function narrowed({ agentId }: Agent, { assigned, kind }: CaseFilter): (SQL | undefined)[] {
  const whose =
    assigned === "nobody"
      ? isNull(supportQueue.assignedTo)
      : assigned && eq(supportQueue.assignedTo, assigned === "me" ? agentId : assigned);
  return [whose || undefined, kind && eq(supportQueue.kind, kind)];
}

/** Those of support who are active, by name. */
export function listAgents(tx: Tx) {
  return tx
    .select({ id: supportAgents.id, name: supportAgents.name, role: supportAgents.role })
    .from(supportAgents)
    .where(eq(supportAgents.status, "active"))
    .orderBy(asc(supportAgents.name), asc(supportAgents.id));
}
