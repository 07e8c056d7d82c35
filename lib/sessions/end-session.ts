import { and, eq, sql } from "drizzle-orm";
import { sessions } from "#db/schema/sessions";
import type { Member } from "#lib/actor";
import { memberChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import type { EndSession } from "#lib/sessions/schema";

/** Ends one other sign-in of this person; somebody else's is none that they could know of. */
export function endSession(actor: Member, { requestId, sessionId }: EndSession) {
  return memberChange(
    actor,
    requestId,
    "user.session_ended",
    async (tx) => {
      if (sessionId === actor.sessionId) throw new Refusal("session_is_this_one");
      const isIt = and(
        eq(sessions.accountId, actor.accountId),
        eq(sessions.userId, actor.userId),
        eq(sessions.id, sessionId),
      );
      const [session] = await tx
        .select({ device: sessions.device, endedAt: sessions.endedAt })
        .from(sessions)
        .where(isIt)
        .for("no key update");
      if (!session) throw new Refusal("not_found");
      if (session.endedAt) {
        throw new Refusal("session_ended", { at: session.endedAt.toISOString() });
      }
      await tx
        .update(sessions)
        .set({
          endedAt: sql`clock_timestamp()`,
          endReason: "ended_by_user",
          endedBy: actor.userId,
        })
        .where(isIt);
      return {
        data: { count: 1, device: session.device },
        user: { id: actor.userId, name: actor.name },
      };
    },
    { alone: true },
  );
}
