import { eq } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import { CODE_WINDOW, codeOfPeriod, PERIOD_MILLISECONDS } from "#lib/second-steps/app-code";
import { openSecret } from "#lib/second-steps/sealed-secret";
import { sealedFor } from "#lib/support/lock-proven-agent";
import { read } from "#lib/transaction";

/**
 * A code of this agent's that was not used yet, and how long until it counts; null for one who has
 * no second step. For the demo alone: anywhere else only the agent's own app knows it.
 */
export async function findCurrentCode(email: string, now = Date.now()) {
  const [agent] = await read({ kind: "console" }, (tx) =>
    tx
      .select({
        id: supportAgents.id,
        secret: supportAgents.secondStepSecret,
        lastPeriod: supportAgents.secondStepLastPeriod,
      })
      .from(supportAgents)
      .where(eq(supportAgents.email, email)),
  );
  if (!agent?.secret) return null;
  const bytes = openSecret(agent.secret, sealedFor(agent.id));
  const current = Math.floor(now / PERIOD_MILLISECONDS);
  const period = Math.max(current, agent.lastPeriod + 1);
  const countsFrom = (period - CODE_WINDOW) * PERIOD_MILLISECONDS;
  return { code: codeOfPeriod(bytes, period), waitMilliseconds: Math.max(0, countsFrom - now) };
}
