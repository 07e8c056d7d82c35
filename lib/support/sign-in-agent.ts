import { sql } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import { Refusal } from "#lib/refusal";
import { newAppSecret } from "#lib/second-steps/app-code";
import { isPassword, passwordProof } from "#lib/sessions/password";
import { refuseSlowly } from "#lib/sessions/refuse-slowly";
import type { Visitor } from "#lib/sessions/start-session";
import { countAttempt, forgetAttempt } from "#lib/sessions/throttle";
import { makeAgentCodeTicket, makeAgentSetUpTicket } from "#lib/support/agent-ticket";
import type { SignInAgent } from "#lib/support/door-schema";
import { read } from "#lib/transaction";

/** What the password alone opens: a ticket for the code, or for setting up the second step. */
export type AfterAgentPassword = { needs: "code" | "set-up"; ticket: string };

/**
 * Verifies e-mail and password of one of support. Nobody is signed in by that: a code always
 * follows. Unknown, wrong, inactive and without a password yet are refused alike.
 */
export function signInAgent(
  { email, password }: Omit<SignInAgent, "next">,
  { address }: Visitor,
): Promise<AfterAgentPassword> {
  return refuseSlowly(async () => {
    await countAttempt(email, address, "support");
    const agent = await findByEmail(email);
    // Also for nobody, so that an unknown e-mail costs what a known one costs.
    const isRight = await isPassword(password, agent?.passwordHash ?? null);
    if (!agent || !isRight || agent.status !== "active") throw new Refusal("credentials_wrong");
    await forgetAttempt(email, address, "support");
    const proven = { agentId: agent.id, proof: passwordProof(agent.passwordHash) };
    return agent.hasSecondStep
      ? { needs: "code", ticket: await makeAgentCodeTicket(proven) }
      : { needs: "set-up", ticket: await makeAgentSetUpTicket(proven, newAppSecret()) };
  });
}

async function findByEmail(email: string) {
  const [agent] = await read({ kind: "console" }, (tx) =>
    tx
      .select({
        id: supportAgents.id,
        status: supportAgents.status,
        passwordHash: supportAgents.passwordHash,
        hasSecondStep: sql<boolean>`${supportAgents.secondStepSecret} is not null`,
      })
      .from(supportAgents)
      .where(sql`lower(${supportAgents.email}) = lower(${email})`),
  );
  return agent;
}
