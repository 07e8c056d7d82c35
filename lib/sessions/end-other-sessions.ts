import type { Member } from "#lib/actor";
import { memberChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import { endOpenSessions } from "#lib/sessions/end-open-sessions";
import type { EndOtherSessions } from "#lib/sessions/schema";

/** Ends every open sign-in of this person but the one that asks. */
export function endOtherSessions(actor: Member, { requestId }: EndOtherSessions) {
  return memberChange(
    actor,
    requestId,
    "user.session_ended",
    async (tx) => {
      const ending = { reason: "ended_by_user", exceptId: actor.sessionId } as const;
      const count = await endOpenSessions(tx, actor, ending);
      if (count === 0) throw new Refusal("no_other_sessions");
      return { data: { count }, user: { id: actor.userId, name: actor.name } };
    },
    { alone: true },
  );
}
