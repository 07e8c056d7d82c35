import type { Member } from "#lib/actor";
import { findLatestEvent } from "#lib/audit/find-latest-event";
import { countOpenSessions } from "#lib/sessions/open-sessions";
import { read } from "#lib/transaction";
import { getUser } from "#lib/users/get-user";
import { whyNotResetSecondStep } from "#lib/users/rules";

/** What resetting a user's two-step sign-in would do, why it cannot be done, and the latest reset. */
export function getSecondStepResetPage(actor: Member, userId: string) {
  return read(actor, async (tx) => {
    const user = await getUser(tx, actor.accountId, userId);
    const [openSessions, reset] = await Promise.all([
      countOpenSessions(tx, actor.accountId, userId),
      findLatestEvent(tx, actor.accountId, userId, "user.second_step_reset"),
    ]);
    return { user, openSessions, reset, whyNot: whyNotResetSecondStep(actor, user) };
  });
}
