import { eq } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import { Refusal } from "#lib/refusal";
import { passwordProof } from "#lib/sessions/password";
import type { ProvenAgent } from "#lib/support/agent-ticket";
import type { Tx } from "#lib/transaction";

/**
 * Holds the agent of a ticket, who must still be active and have the password that it is of: whoever
 * resets access, or makes the agent inactive, comes before or after.
 */
export async function lockProvenAgent(tx: Tx, { agentId, proof }: ProvenAgent) {
  const [agent] = await tx
    .select({
      agentId: supportAgents.id,
      name: supportAgents.name,
      status: supportAgents.status,
      passwordHash: supportAgents.passwordHash,
      secret: supportAgents.secondStepSecret,
      lastPeriod: supportAgents.secondStepLastPeriod,
    })
    .from(supportAgents)
    .where(eq(supportAgents.id, agentId))
    .for("no key update");
  if (agent?.status !== "active" || passwordProof(agent.passwordHash) !== proof) {
    throw new Refusal("agent_sign_in_over");
  }
  return agent;
}

/** Whose secret it is, as it is sealed: of support, which is no account. */
export function sealedFor(agentId: string) {
  return { accountId: "support", userId: agentId };
}
