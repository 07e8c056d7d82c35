import type { Member } from "#lib/actor";
import { getSubscription } from "#lib/billing/get-subscription";
import type { DateStyle } from "#lib/dates";
import type { RefusalCode } from "#lib/refusal";
import type { SeatThatGoes } from "#lib/refusals/facts";
import { withReadersDay } from "#lib/refusals/in-readers-words";
import { seatThatGoes, whyNotChangeSeats } from "#lib/seats/rules";
import type { Tx } from "#lib/transaction";

/** A spot that a scheduled reduction would take, and why this person cannot choose what becomes of it. */
export type NextSeat = { seat: SeatThatGoes; whyNot: RefusalCode | null };

/** Its day as the reader writes it. */
export function nextSeatInWords(next: NextSeat | null, dates: DateStyle): NextSeat | null {
  return next && { ...next, seat: withReadersDay(next.seat, dates) };
}

/** The same before anything is tried, if it is the next to be taken once so many have left. */
export async function findNextSeat(
  tx: Tx,
  actor: Member,
  { leaving = 0 } = {},
): Promise<NextSeat | null> {
  const subscription = await getSubscription(tx, actor.accountId);
  const seat = seatThatGoes({ ...subscription, used: subscription.used - leaving });
  return seat && { seat, whyNot: whyNotChangeSeats(actor, subscription) };
}
