import type { Member } from "#lib/actor";
import { read } from "#lib/transaction";
import { getUser } from "#lib/users/get-user";
import { whyNotCreatePasswordLink } from "#lib/users/rules";

/** For whom a new password link would be, and why there is none, if so. */
export function getPasswordLinkPage(actor: Member, userId: string) {
  return read(actor, async (tx) => {
    const user = await getUser(tx, actor.accountId, userId);
    return { user, whyNot: whyNotCreatePasswordLink(actor, user) };
  });
}
