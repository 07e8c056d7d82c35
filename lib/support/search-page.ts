import { and, eq, gt, sql } from "drizzle-orm";
import { supportEvents } from "#db/schema/support-events";
import type { Agent } from "#lib/actor";
import type { ConsoleEventData } from "#lib/support/console-events";
import { SEARCH_MINUTES } from "#lib/support/search-ways";
import { read } from "#lib/transaction";

export type Search = NonNullable<Awaited<ReturnType<typeof getSearchPage>>>;

/**
 * What a search showed, from its line in the console's log: going back to it neither searches anew
 * nor needs its words in the address. Null for another agent's, and after half an hour.
 */
export async function getSearchPage(actor: Agent, searchId: string | undefined) {
  if (!searchId) return null;
  const [line] = await read(actor, (tx) =>
    tx
      .select({ id: supportEvents.id, at: supportEvents.at, data: supportEvents.data })
      .from(supportEvents)
      .where(
        and(
          eq(supportEvents.id, searchId),
          eq(supportEvents.agentId, actor.agentId),
          eq(supportEvents.kind, "accounts.searched"),
          gt(supportEvents.at, sql`now() - make_interval(mins => ${SEARCH_MINUTES})`),
        ),
      ),
  );
  if (!line) return null;
  const { way, words, found, accounts } = line.data as ConsoleEventData["accounts.searched"];
  return {
    id: line.id,
    ...{ way, words, found },
    accounts: accounts.map(({ createdAt, ...account }) => ({
      ...account,
      createdAt: new Date(createdAt),
    })),
  };
}
