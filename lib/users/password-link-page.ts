import type { Member } from "#lib/actor";
import { read } from "#lib/transaction";
import { getUser } from "#lib/users/get-user";

/** For whom a new password link would be. */
export function getPasswordLinkPage(actor: Member, userId: string) {
  return read(actor, async (tx) => ({ user: await getUser(tx, actor.accountId, userId) }));
}
