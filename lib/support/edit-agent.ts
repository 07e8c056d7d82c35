import { eq } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import type { Agent } from "#lib/actor";
import { Refusal } from "#lib/refusal";
import { consoleChange } from "#lib/support/agent-change";
import { lockAgent, refusalAbout, seenAs, type TeamMember } from "#lib/support/get-agent";
import { whyNotChangeAgent } from "#lib/support/team-rules";
import type { EditAgent } from "#lib/support/team-schema";

/** Changes name and role of another one of support; open sign-ins go on with the new role. */
export function editAgent(actor: Agent, input: EditAgent): Promise<boolean> {
  return consoleChange(actor, ["lead"], input.requestId, "agent.edited", async (tx) => {
    const agent = await lockAgent(tx, input.agentId);
    const why = whyNotChangeAgent(actor, agent);
    if (why) throw refusalAbout(agent, why);
    if (input.seen !== seenAs(agent)) throw new Refusal("agent_edited_meanwhile");
    const changes = listChanges(agent, input);
    if (Object.keys(changes).length === 0) throw new Refusal("nothing_edited");
    const { firstName, lastName, role } = input;
    const [edited] = await tx
      .update(supportAgents)
      .set({ firstName, lastName, role })
      .where(eq(supportAgents.id, agent.id))
      .returning({ id: supportAgents.id, name: supportAgents.name });
    return { data: { id: agent.id, name: edited?.name ?? agent.name, changes } };
  });
}

function listChanges(agent: TeamMember, input: EditAgent) {
  const fields = (["firstName", "lastName", "role"] as const).filter(
    (field) => agent[field] !== input[field],
  );
  return Object.fromEntries(
    fields.map((field) => [field, { from: agent[field], to: input[field] }]),
  );
}
