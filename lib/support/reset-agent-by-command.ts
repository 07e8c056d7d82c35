import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import { Refusal } from "#lib/refusal";
import { beginAccessAnew } from "#lib/support/begin-access-anew";
import { lockAgent, refusalAbout } from "#lib/support/get-agent";
import { recordEvent } from "#lib/support/record-event";
import { transact } from "#lib/transaction";

/** The way back in for a last lead who is locked out: whoever runs a command has the server. */
export function resetAgentByCommand(email: string) {
  return transact({ kind: "console" }, async (tx) => {
    const [found] = await tx
      .select({ id: supportAgents.id })
      .from(supportAgents)
      .where(sql`lower(${supportAgents.email}) = lower(${email})`);
    if (!found) throw new Refusal("not_found");
    const agent = await lockAgent(tx, found.id);
    if (agent.status === "inactive") throw refusalAbout(agent, "agent_inactive");
    const linkId = randomUUID();
    await beginAccessAnew(tx, agent.id, linkId);
    const { id, name } = agent;
    await recordEvent(tx, "command", { kind: "agent.access_reset", data: { id, name } });
    return { agent, linkId };
  });
}
