import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { supportAgents } from "#db/schema/support-agents";
import { supportEvents } from "#db/schema/support-events";
import type { Agent } from "#lib/actor";
import { idOrNone } from "#lib/input";
import { cutPage, decodeCursor, type Key, keyset, type Page } from "#lib/keyset";
import type { ConsoleEvent } from "#lib/support/console-sentence";
import { read, type Tx } from "#lib/transaction";

const PAGE_SIZE = 50;
const keys: Key[] = [
  { expression: sql`${supportEvents.at}`, type: "timestamptz" },
  { expression: sql`${supportEvents.id}`, type: "uuid" },
];

const first = (value: unknown) => [value].flat()[0];

/** Whatever does not fit falls back, so that no link is a dead end. */
export const consoleLogFilterSchema = z.object({
  agent: z.preprocess(first, idOrNone),
  account: z.preprocess((value) => blankless(first(value)), idOrNone),
  cursor: z.preprocess(first, z.string().max(4000)).optional().catch(undefined),
});
export type ConsoleLogFilter = z.infer<typeof consoleLogFilterSchema>;

/** A page of the console's own log, newest first, and the agents it can be narrowed to. */
export function getConsoleLogPage(actor: Agent, filter: ConsoleLogFilter) {
  return read(actor, async (tx) => {
    const [page, agents] = await Promise.all([listConsoleEvents(tx, filter), listAgents(tx)]);
    return { page, agents };
  });
}

async function listConsoleEvents(
  tx: Tx,
  { agent, account, cursor: place }: ConsoleLogFilter,
): Promise<Page<ConsoleEvent>> {
  const cursor = decodeCursor(place, keys);
  const { where, order } = keyset(keys, "desc", cursor);
  const rows = await tx
    .select({
      id: supportEvents.id,
      at: supportEvents.at,
      kind: supportEvents.kind,
      agentName: supportEvents.agentName,
      accountId: supportEvents.accountId,
      accountName: supportEvents.accountName,
      caseNumber: supportEvents.requestNumber,
      data: supportEvents.data,
      keys: sql<string[]>`array[${supportEvents.at}::text, ${supportEvents.id}::text]`,
    })
    .from(supportEvents)
    .where(
      and(
        agent ? eq(supportEvents.agentId, agent) : undefined,
        account ? eq(supportEvents.accountId, account) : undefined,
        where,
      ),
    )
    .orderBy(order)
    .limit(PAGE_SIZE + 1);
  return cutPage(rows as (ConsoleEvent & { keys: string[] })[], PAGE_SIZE, cursor);
}

function listAgents(tx: Tx) {
  return tx
    .select({ id: supportAgents.id, name: supportAgents.name, status: supportAgents.status })
    .from(supportAgents)
    .orderBy(asc(supportAgents.status), asc(supportAgents.name), asc(supportAgents.id));
}

function blankless(value: unknown): unknown {
  return typeof value === "string" ? value.trim().toLowerCase() : value;
}
