import { type DateStyle, dateText, dateTimeText } from "#lib/dates";
import { moneyText } from "#lib/money";
import type { RefusalFacts, SeatThatGoes } from "#lib/refusals/facts";

/** What a refusal names, as its reader writes times, days and sums. */
export function inReadersWords(facts: RefusalFacts, dates: DateStyle): RefusalFacts {
  const { at, on, price, seat } = facts;
  return {
    ...facts,
    ...(at && { at: dateTimeText(new Date(at), dates) }),
    ...(on && { time: dateText(new Date(on), dates) }),
    ...(price && { amount: moneyText(price, dates.locale) }),
    ...(seat && { seat: withReadersDay(seat, dates) }),
  };
}

/** The same of the spot alone, where a page says it before anything was tried. */
export function withReadersDay(seat: SeatThatGoes, dates: DateStyle): SeatThatGoes {
  return { ...seat, day: dateText(new Date(seat.on), dates) };
}
