import { eq } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import { Refusal } from "#lib/refusal";
import { findPeriod } from "#lib/second-steps/app-code";
import { openSecret } from "#lib/second-steps/sealed-secret";
import { refuseSlowly } from "#lib/sessions/refuse-slowly";
import type { Visitor } from "#lib/sessions/start-session";
import { countOwnAttempt, forgetOwnAttempt } from "#lib/sessions/throttle";
import { readAgentCodeTicket } from "#lib/support/agent-ticket";
import { lockProvenAgent, sealedFor } from "#lib/support/lock-proven-agent";
import { startAgentSession } from "#lib/support/start-agent-session";
import { transact } from "#lib/transaction";

/**
 * The second step of an agent's sign-in; answers the session. The agent's row is held meanwhile, so
 * of two who enter one code at once, one is let in.
 */
export function enterAgentCode(ticket: string, code: string, visitor: Visitor): Promise<string> {
  return refuseSlowly(async () => {
    const proven = await readAgentCodeTicket(ticket);
    if (!proven) throw new Refusal("agent_sign_in_over");
    const { agentId } = proven;
    await countOwnAttempt("support code", agentId);
    const sessionId = await transact({ kind: "console" }, async (tx) => {
      const agent = await lockProvenAgent(tx, proven);
      if (!agent.secret) throw new Refusal("agent_sign_in_over");
      const period = findPeriod(openSecret(agent.secret, sealedFor(agentId)), code);
      if (period === null) throw new Refusal("code_wrong");
      if (period <= agent.lastPeriod) throw new Refusal("code_used");
      await tx
        .update(supportAgents)
        .set({ secondStepLastPeriod: period })
        .where(eq(supportAgents.id, agentId));
      return startAgentSession(tx, agent, visitor);
    });
    await forgetOwnAttempt("support code", agentId);
    return sessionId;
  });
}
