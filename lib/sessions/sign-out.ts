import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "#db/schema/sessions";
import type { Member } from "#lib/actor";
import { record } from "#lib/audit/record";
import { transact } from "#lib/transaction";

/** Ends the session of this request; one that has ended already stays as it is. */
export async function signOut(actor: Member): Promise<void> {
  await transact(actor, async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ endedAt: new Date(), endReason: "signed_out", endedBy: actor.userId })
      .where(
        and(
          eq(sessions.accountId, actor.accountId),
          eq(sessions.id, actor.sessionId),
          isNull(sessions.endedAt),
        ),
      )
      .returning({ id: sessions.id });
    if (ended.length === 0) return;
    const user = { id: actor.userId, name: actor.name };
    await record(tx, actor, { kind: "user.signed_out", data: {}, user });
  });
}
