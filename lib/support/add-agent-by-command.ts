import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import { insertAgentLink } from "#lib/support/agent-link";
import { insertAgent } from "#lib/support/insert-agent";
import { recordEvent } from "#lib/support/record-event";
import type { NewAgent } from "#lib/support/team-schema";
import { type Tx, transact } from "#lib/transaction";

/**
 * Adds one of support by a command, the first of all too: that one has to be a lead, as nobody else
 * could add more. Null where it is not.
 */
export function addAgentByCommand(input: NewAgent) {
  return transact({ kind: "console" }, async (tx) => {
    if (input.role !== "lead" && !(await hasLead(tx))) return null;
    const agent = await insertAgent(tx, input, null);
    const linkId = randomUUID();
    await insertAgentLink(tx, agent.id, linkId);
    await recordEvent(tx, "command", { kind: "agent.added", data: agent });
    return { agent, linkId };
  });
}

async function hasLead(tx: Tx): Promise<boolean> {
  const [lead] = await tx
    .select({ id: supportAgents.id })
    .from(supportAgents)
    .where(and(eq(supportAgents.role, "lead"), eq(supportAgents.status, "active")))
    .limit(1);
  return lead !== undefined;
}
