import type { Agent } from "#lib/actor";
import { consoleChange } from "#lib/support/agent-change";
import { beginAccessAnew } from "#lib/support/begin-access-anew";
import { lockAgent, refusalAbout } from "#lib/support/get-agent";
import { whyNotChangeAgent } from "#lib/support/team-rules";
import type { AgentStep } from "#lib/support/team-schema";

/** For another one of support who lost password or app, or whose sign-in somebody else may have. */
export function resetAgentAccess(actor: Agent, input: AgentStep): Promise<boolean> {
  return consoleChange(actor, ["lead"], input.requestId, "agent.access_reset", async (tx) => {
    const agent = await lockAgent(tx, input.agentId);
    const why = whyNotChangeAgent(actor, agent);
    if (why) throw refusalAbout(agent, why);
    await beginAccessAnew(tx, agent.id, input.requestId);
    return { data: { id: agent.id, name: agent.name } };
  });
}
