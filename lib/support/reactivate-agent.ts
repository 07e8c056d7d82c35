import { eq } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import type { Agent } from "#lib/actor";
import { consoleChange } from "#lib/support/agent-change";
import { insertAgentLink } from "#lib/support/agent-link";
import { lockAgent, refusalAbout } from "#lib/support/get-agent";
import { whyNotReactivateAgent } from "#lib/support/team-rules";
import type { AgentStep } from "#lib/support/team-schema";

/** Whoever comes back begins anew, with a password chosen by the link that has the form's id. */
export function reactivateAgent(actor: Agent, input: AgentStep): Promise<boolean> {
  return consoleChange(actor, ["lead"], input.requestId, "agent.reactivated", async (tx) => {
    const agent = await lockAgent(tx, input.agentId);
    const why = whyNotReactivateAgent(agent);
    if (why) throw refusalAbout(agent, why);
    await tx.update(supportAgents).set({ status: "active" }).where(eq(supportAgents.id, agent.id));
    await insertAgentLink(tx, agent.id, input.requestId);
    return { data: { id: agent.id, name: agent.name } };
  });
}
