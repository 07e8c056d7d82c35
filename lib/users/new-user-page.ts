import type { Member } from "#lib/actor";
import { read } from "#lib/transaction";
import { getSeats } from "#lib/users/users-page";

/** How many user spots are open for somebody new. */
export function getNewUserPage(actor: Member) {
  return read(actor, async (tx) => ({ seats: await getSeats(tx, actor.accountId) }));
}
