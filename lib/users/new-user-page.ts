import type { Member } from "#lib/actor";
import { getSeats } from "#lib/seats/get-seats";
import { read } from "#lib/transaction";

/** How many user spots are open for somebody new. */
export function getNewUserPage(actor: Member) {
  return read(actor, async (tx) => ({ seats: await getSeats(tx, actor.accountId) }));
}
