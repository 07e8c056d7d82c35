import type { Member } from "#lib/actor";
import { findLatestEvent } from "#lib/audit/find-latest-event";
import { countContacts } from "#lib/books/count-contacts";
import { getSeats } from "#lib/seats/get-seats";
import { read } from "#lib/transaction";
import { getUser } from "#lib/users/get-user";
import { whyNotReactivate } from "#lib/users/rules";

/** What "Make NAME active" says before the click, and why it cannot be done, if so. */
export function getReactivationPage(actor: Member, userId: string) {
  return read(actor, async (tx) => {
    const user = await getUser(tx, actor.accountId, userId);
    const [seats, contacts, reactivation] = await Promise.all([
      getSeats(tx, actor.accountId),
      countContacts(tx, actor.accountId, userId),
      findLatestEvent(tx, actor.accountId, userId, "user.reactivated"),
    ]);
    const whyNot = whyNotReactivate(actor, user, {
      seatsTotal: seats.total,
      seatsUsed: seats.used,
    });
    return { user, seats, contacts, reactivation, whyNot };
  });
}
