import type { Member } from "#lib/actor";
import { getSeats } from "#lib/seats/get-seats";
import { findNextSeat } from "#lib/seats/next-seat";
import { read } from "#lib/transaction";

/** How many user spots are open for somebody new, and whether a reduction would take the next one. */
export function getNewUserPage(actor: Member) {
  return read(actor, async (tx) => ({
    seats: await getSeats(tx, actor.accountId),
    nextSeat: await findNextSeat(tx, actor),
  }));
}
