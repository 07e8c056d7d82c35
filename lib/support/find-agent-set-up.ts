import { and, eq, isNull } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import { appAddress } from "#lib/second-steps/app-code";
import { qrCode } from "#lib/second-steps/qr-code";
import { readAgentSetUpTicket } from "#lib/support/agent-ticket";
import { read } from "#lib/transaction";

/** What an app needs, by the ticket; null once it is too late, or somebody has set one up. */
export async function findAgentSetUp(ticket: string) {
  const proven = await readAgentSetUpTicket(ticket);
  if (!proven) return null;
  const [agent] = await read({ kind: "console" }, (tx) =>
    tx
      .select({ email: supportAgents.email })
      .from(supportAgents)
      .where(
        and(
          eq(supportAgents.id, proven.agentId),
          eq(supportAgents.status, "active"),
          isNull(supportAgents.secondStepSecret),
        ),
      ),
  );
  if (!agent) return null;
  const { appSecret } = proven;
  const address = appAddress(appSecret, { accountName: "support console", email: agent.email });
  return { appSecret, address, qr: qrCode(address) };
}
