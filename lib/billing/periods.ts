import { Temporal } from "temporal-polyfill";

export type Interval = "month" | "year";

/** A period's days, "2026-11-24", `end` being the first one after it, and when that day begins. */
export type Period = { start: string; end: string; renewsAt: Date };

/**
 * The period with so many before it. Counted from the first day of all, so that one which began on
 * the 31st does so again after a shorter month, and one of 29 February in the next leap year.
 */
export function periodAfter(
  anchorOn: string,
  interval: Interval,
  index: number,
  timeZone: string,
): Period {
  const anchor = Temporal.PlainDate.from(anchorOn);
  const begin = (n: number) => anchor.add(interval === "year" ? { years: n } : { months: n });
  const end = begin(index + 1).toString();
  return { start: begin(index).toString(), end, renewsAt: startOfDay(end, timeZone) };
}

/** The moment at which a day begins on this clock, also where it has no midnight. */
export function startOfDay(day: string, timeZone: string): Date {
  const begin = Temporal.PlainDate.from(day).toZonedDateTime(timeZone).startOfDay();
  return new Date(begin.epochMilliseconds);
}

/** The day that this clock shows at a moment. */
export function dayOf(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** How many days there are from one day to before another. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "day" }).days;
}
