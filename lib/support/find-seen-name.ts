import { sql } from "drizzle-orm";
import type { Agent } from "#lib/actor";
import { SEARCH_MINUTES } from "#lib/support/search-ways";
import { read } from "#lib/transaction";

/** What this agent's own search has just shown the account to be called: all there is before a look. */
export async function findSeenName(actor: Agent, accountId: string): Promise<string | null> {
  const [seen] = await read(actor, (tx) =>
    tx.execute<{ name: string }>(sql`
      select account ->> 'name' as name
      from support_events, jsonb_array_elements(data -> 'accounts') account
      where agent_id = ${actor.agentId} and kind = 'accounts.searched'
        and at > now() - make_interval(mins => ${SEARCH_MINUTES})
        and account ->> 'id' = ${accountId}
      order by at desc limit 1`),
  );
  return seen?.name ?? null;
}
