import type { Member } from "#lib/actor";
import { findEvent } from "#lib/audit/find-event";
import { read } from "#lib/transaction";
import { listColleagues } from "#lib/transfers/list-colleagues";
import { getEditedUser, seenAs } from "#lib/users/get-edited-user";
import {
  whyNotChangeEmail,
  whyNotChangeRole,
  whyNotEdit,
  whyNotMakeOwner,
  whyNotResetSecondStep,
} from "#lib/users/rules";

/** What "Edit NAME" shows and may change, and why the rest stays as it is. */
export function getEditPage(
  actor: Member,
  userId: string,
  { done: doneId, colleague = "" }: { done?: string; colleague?: string },
) {
  return read(actor, async (tx) => {
    const [user, colleagues, done] = await Promise.all([
      getEditedUser(tx, actor.accountId, userId),
      listColleagues(tx, actor.accountId, [userId], colleague),
      doneId ? findEvent(tx, actor.accountId, doneId, { userId }) : null,
    ]);
    const { change } = user;
    return {
      user,
      done,
      seen: seenAs(user),
      colleagues: {
        ...colleagues,
        shown: withPresent(colleagues.shown, user.defaultSuccessor),
      },
      change: change && { ...change, requestedByName: user.changeRequestedBy },
      whyNot: {
        edit: whyNotEdit(actor, user),
        role: whyNotChangeRole(actor, user),
        email: whyNotChangeEmail(actor, user),
        owner: whyNotMakeOwner(actor, user),
        resetSecondStep: whyNotResetSecondStep(actor, user),
      },
    };
  });
}

type Colleague = { id: string; name: string; email: string | null };

/** The present choice stays in the list, also an inactive one, so that saving does not lose it. */
function withPresent(
  colleagues: Colleague[],
  present: (Colleague & { status: string }) | null,
): (Colleague & { isInactive?: boolean })[] {
  if (!present || colleagues.some(({ id }) => id === present.id)) return colleagues;
  const { id, name, email, status } = present;
  return [{ id, name, email, isInactive: status === "inactive" }, ...colleagues];
}
