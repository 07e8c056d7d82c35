import { sql } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import { Refusal } from "#lib/refusal";
import type { NewAgent } from "#lib/support/team-schema";
import type { Tx } from "#lib/transaction";

/** A new agent, who has neither password nor second step yet; whoever has the address is refused. */
export async function insertAgent(
  tx: Tx,
  { firstName, lastName, email, role }: NewAgent,
  createdBy: string | null,
): Promise<{ id: string; name: string; email: string; role: NewAgent["role"] }> {
  const [holder] = await tx
    .select({ id: supportAgents.id })
    .from(supportAgents)
    .where(sql`lower(${supportAgents.email}) = lower(${email})`);
  if (holder) throw new Refusal("agent_email_in_use", { email });
  const [agent] = await tx
    .insert(supportAgents)
    .values({ firstName, lastName, email, role, createdBy })
    .returning({ id: supportAgents.id, name: supportAgents.name });
  if (!agent) throw new Error("The agent was not inserted.");
  return { ...agent, email, role };
}
