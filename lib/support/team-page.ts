import { and, asc, eq, sql } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import { supportEvents } from "#db/schema/support-events";
import type { Agent } from "#lib/actor";
import { getAgent, seenAs, selectAgents } from "#lib/support/get-agent";
import { whyNotChangeAgent } from "#lib/support/team-rules";
import { read } from "#lib/transaction";

/** The whole team, those who are active first. */
export function listTeam(actor: Agent) {
  return read(actor, (tx) =>
    selectAgents(tx).orderBy(
      asc(supportAgents.status),
      asc(sql`lower(${supportAgents.lastName})`),
      asc(supportAgents.id),
    ),
  );
}

/** One of the team, what the form with this id has just done, and why nothing can be changed. */
export function getTeamMemberPage(actor: Agent, agentId: string, formId?: string) {
  return read(actor, async (tx) => {
    const agent = await getAgent(tx, agentId);
    const [done] = formId
      ? await tx
          .select({ kind: supportEvents.kind })
          .from(supportEvents)
          .where(
            and(eq(supportEvents.formId, formId), sql`${supportEvents.data} ->> 'id' = ${agentId}`),
          )
      : [];
    return {
      agent,
      seen: seenAs(agent),
      whyNot: whyNotChangeAgent(actor, agent),
      done: done?.kind ?? null,
    };
  });
}
