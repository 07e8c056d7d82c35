import type { Member } from "#lib/actor";
import { findLatestEvent } from "#lib/audit/find-latest-event";
import { countContacts } from "#lib/books/count-contacts";
import { isReadOnly } from "#lib/read-only";
import { getSeats } from "#lib/seats/get-seats";
import { findNextSeat } from "#lib/seats/next-seat";
import { read, type Tx } from "#lib/transaction";
import { describeTransfer } from "#lib/transfers/describe-transfer";
import { describePlanned } from "#lib/transfers/planned-page";
import { getUser } from "#lib/users/get-user";
import { whyNotReactivate } from "#lib/users/rules";

/** What "Make NAME active" says before the click, and why it cannot be done, if so. */
export function getReactivationPage(actor: Member, userId: string) {
  return read(actor, async (tx) => {
    const user = await getUser(tx, actor.accountId, userId);
    const [seats, nextSeat, contacts, reactivation, handedOver] = await Promise.all([
      getSeats(tx, actor.accountId),
      findNextSeat(tx, actor),
      countContacts(tx, actor.accountId, userId),
      findLatestEvent(tx, actor.accountId, userId, "user.reactivated"),
      findHandedOver(tx, actor, userId),
    ]);
    const whyNot =
      whyNotReactivate(actor, user) ??
      (isReadOnly(actor) ? "account_read_only" : null) ??
      (seats.used < seats.total ? null : "no_open_seat");
    return { user, seats, nextSeat, contacts, reactivation, ...handedOver, whyNot };
  });
}

/** What went to others when the user was last made inactive, while it can be undone, or is on its way. */
async function findHandedOver(tx: Tx, actor: Member, userId: string) {
  const none = { handedOver: null, preparing: null };
  const event = await findLatestEvent(tx, actor.accountId, userId, "user.inactivated");
  const transferId = event?.data.transferId;
  if (!transferId) return none;
  const planned = await describePlanned(tx, actor.accountId, transferId);
  if (planned && planned.state !== "done") {
    return { ...none, preparing: planned.endedAt ? null : transferId };
  }
  const { counts, whyNot } = await describeTransfer(tx, actor, transferId);
  return { ...none, handedOver: whyNot ? null : { transferId, contacts: counts.returned } };
}
