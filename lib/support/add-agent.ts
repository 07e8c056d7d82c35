import type { Agent } from "#lib/actor";
import { consoleChange } from "#lib/support/agent-change";
import { insertAgentLink } from "#lib/support/agent-link";
import { insertAgent } from "#lib/support/insert-agent";
import type { AddAgent } from "#lib/support/team-schema";

/** Adds one of support, who chooses a password by the link that has the form's id. */
export function addAgent(actor: Agent, input: AddAgent): Promise<boolean> {
  return consoleChange(actor, ["lead"], input.requestId, "agent.added", async (tx) => {
    const agent = await insertAgent(tx, input, actor.agentId);
    await insertAgentLink(tx, agent.id, input.requestId);
    return { data: agent };
  });
}
