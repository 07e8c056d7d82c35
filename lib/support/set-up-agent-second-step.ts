import { eq } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import { Refusal } from "#lib/refusal";
import { appSecretBytes, findPeriod } from "#lib/second-steps/app-code";
import { sealSecret } from "#lib/second-steps/sealed-secret";
import { refuseSlowly } from "#lib/sessions/refuse-slowly";
import type { Visitor } from "#lib/sessions/start-session";
import { countOwnAttempt, forgetOwnAttempt } from "#lib/sessions/throttle";
import { readAgentSetUpTicket } from "#lib/support/agent-ticket";
import { lockProvenAgent, sealedFor } from "#lib/support/lock-proven-agent";
import { recordEvent } from "#lib/support/record-event";
import { startAgentSession } from "#lib/support/start-agent-session";
import { transact } from "#lib/transaction";

/** The first code shows that an app has the ticket's secret: it counts from now on, and signs in. */
export function setUpAgentSecondStep(
  ticket: string,
  code: string,
  visitor: Visitor,
): Promise<string> {
  return refuseSlowly(async () => {
    const proven = await readAgentSetUpTicket(ticket);
    if (!proven) throw new Refusal("agent_sign_in_over");
    const { agentId } = proven;
    await countOwnAttempt("support set-up", agentId);
    const bytes = appSecretBytes(proven.appSecret);
    const sessionId = await transact({ kind: "console" }, async (tx) => {
      const agent = await lockProvenAgent(tx, proven);
      // Somebody was first, perhaps with another app: whoever it was has to show its code.
      if (agent.secret) throw new Refusal("agent_sign_in_over");
      const period = findPeriod(bytes, code);
      if (period === null) throw new Refusal("code_wrong");
      await tx
        .update(supportAgents)
        .set({
          secondStepSecret: sealSecret(bytes, sealedFor(agentId)),
          secondStepLastPeriod: period,
        })
        .where(eq(supportAgents.id, agentId));
      await recordEvent(tx, agent, { kind: "agent.second_step_on", data: {} });
      return startAgentSession(tx, agent, visitor);
    });
    await forgetOwnAttempt("support set-up", agentId);
    return sessionId;
  });
}
