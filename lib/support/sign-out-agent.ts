import { and, eq, isNull, sql } from "drizzle-orm";
import { supportSessions } from "#db/schema/support-agents";
import type { Agent } from "#lib/actor";
import { recordEvent } from "#lib/support/record-event";
import { transact } from "#lib/transaction";

/** Ends this sign-in; what it looked into is closed with it. */
export async function signOutAgent(actor: Agent): Promise<void> {
  await transact(actor, async (tx) => {
    const ended = await tx
      .update(supportSessions)
      .set({ endedAt: sql`now()`, endReason: "signed_out" })
      .where(and(eq(supportSessions.id, actor.sessionId), isNull(supportSessions.endedAt)))
      .returning({ id: supportSessions.id });
    if (ended.length > 0) await recordEvent(tx, actor, { kind: "agent.signed_out", data: {} });
  });
}
