import { eq } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import type { Agent } from "#lib/actor";
import { consoleChange } from "#lib/support/agent-change";
import { lockAgent, refusalAbout } from "#lib/support/get-agent";
import { whyNotInactivateAgent } from "#lib/support/team-rules";
import type { AgentStep } from "#lib/support/team-schema";

/**
 * Ends the access of another one of support at once: sign-ins, looks, links, password and second
 * step; cases assigned to them are nobody's then. All of that is done by trigger.
 */
export function inactivateAgent(actor: Agent, input: AgentStep): Promise<boolean> {
  return consoleChange(actor, ["lead"], input.requestId, "agent.inactivated", async (tx) => {
    const agent = await lockAgent(tx, input.agentId);
    const why = whyNotInactivateAgent(actor, agent);
    if (why) throw refusalAbout(agent, why);
    await tx
      .update(supportAgents)
      .set({ status: "inactive", inactivatedBy: actor.agentId })
      .where(eq(supportAgents.id, agent.id));
    return { data: { id: agent.id, name: agent.name } };
  });
}
