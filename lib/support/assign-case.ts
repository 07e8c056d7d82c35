import { eq } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import type { CaseAgent } from "#lib/actor";
import { Refusal } from "#lib/refusal";
import { caseChange } from "#lib/support/case-change";
import type { AssignCase } from "#lib/support/case-schema";
import { updateCase } from "#lib/support/update-case";
import type { Tx } from "#lib/transaction";

/** Gives the case to somebody of support, or back to the queue. */
export function assignCase(actor: CaseAgent, { requestId, agentId }: AssignCase) {
  return caseChange(actor, "assign", requestId, "owner_request.assigned", async (tx) => {
    const to = agentId ? await activeAgent(tx, agentId) : null;
    await updateCase(tx, actor, { assignedTo: agentId ?? null });
    return { to };
  });
}

/** Held: whoever is made inactive at this moment loses their cases after it. */
async function activeAgent(tx: Tx, id: string): Promise<string> {
  const [agent] = await tx
    .select({ name: supportAgents.name, status: supportAgents.status })
    .from(supportAgents)
    .where(eq(supportAgents.id, id))
    .for("share");
  if (!agent) throw new Refusal("not_found");
  if (agent.status === "inactive") throw new Refusal("agent_inactive", { name: agent.name });
  return agent.name;
}
