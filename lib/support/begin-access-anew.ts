import { eq } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import { insertAgentLink } from "#lib/support/agent-link";
import type { Tx } from "#lib/transaction";

/** Without password and second step, which ends every sign-in, and with a new link. */
export async function beginAccessAnew(tx: Tx, agentId: string, linkId: string): Promise<void> {
  await tx
    .update(supportAgents)
    .set({ passwordHash: null, secondStepSecret: null })
    .where(eq(supportAgents.id, agentId));
  await insertAgentLink(tx, agentId, linkId);
}
