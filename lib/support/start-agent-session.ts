import { sql } from "drizzle-orm";
import { supportSessions } from "#db/schema/support-agents";
import type { Visitor } from "#lib/sessions/start-session";
import { recordEvent } from "#lib/support/record-event";
import { SUPPORT_SESSION_SECONDS } from "#lib/support-auth";
import type { Tx } from "#lib/transaction";

/** Inserts the session; the database refuses one without password and second step. */
export async function startAgentSession(
  tx: Tx,
  agent: { agentId: string; name: string },
  { device, address }: Visitor,
): Promise<string> {
  const [session] = await tx
    .insert(supportSessions)
    .values({
      agentId: agent.agentId,
      expiresAt: sql`now() + make_interval(secs => ${SUPPORT_SESSION_SECONDS})`,
      device,
      address,
    })
    .returning({ id: supportSessions.id });
  if (!session) throw new Error("The session was not inserted.");
  await recordEvent(tx, agent, { kind: "agent.signed_in", data: { device, address } });
  return session.id;
}
