import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { makeInactive } from "#lib/users/make-inactive";
import type { InactivateUser } from "#lib/users/schema";

/** Makes one user inactive at once. The sessions and links end by the database's own trigger. */
export function inactivateUser(actor: Member, { requestId, userId, ...plan }: InactivateUser) {
  return adminChange(actor, requestId, "user.inactivated", (tx, account) =>
    makeInactive(tx, actor, { userId, plan, account }),
  );
}
