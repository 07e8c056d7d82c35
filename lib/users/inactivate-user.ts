import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { getSeenSchedule } from "#lib/users/get-seen-schedule";
import { getInactivable, makeInactive } from "#lib/users/make-inactive";
import type { InactivateUser } from "#lib/users/schema";

/**
 * Makes one user inactive at once, if what is scheduled is what the sheet showed. The sessions and
 * links end by the database's own trigger.
 */
export function inactivateUser(actor: Member, { requestId, userId, ...plan }: InactivateUser) {
  return adminChange(actor, requestId, "user.inactivated", async (tx, account) => {
    const user = await getInactivable(tx, actor, userId);
    await getSeenSchedule(tx, actor, user, plan.replacesId ? [plan.replacesId] : []);
    return makeInactive(tx, actor, { userId, plan, account });
  });
}
