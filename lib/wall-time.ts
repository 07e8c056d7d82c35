import { Temporal } from "temporal-polyfill";

/** What a wall clock's time means: a moment (of two the first), or nothing, as the clock jumps over it. */
export type WallTime =
  | { at: Date; comesTwice: boolean }
  | { at: null; clock: { before: string; after: string } };

/** The moment at which a clock in this zone shows "2026-11-30T18:00". */
export function readWallTime(text: string, timeZone: string): WallTime {
  const shown = Temporal.PlainDateTime.from(text);
  const first = shown.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  const second = shown.toZonedDateTime(timeZone, { disambiguation: "later" });
  if (first.toPlainDateTime().equals(shown)) {
    return { at: new Date(first.epochMilliseconds), comesTwice: !first.equals(second) };
  }
  const jump = first.getTimeZoneTransition("next");
  if (!jump) throw new Error(`${text} in ${timeZone} is neither there nor jumped over.`);
  const before = jump.toPlainDateTime().subtract(gap(jump));
  return { at: null, clock: { before: clockOf(before), after: clockOf(jump.toPlainDateTime()) } };
}

/** What the clock shows at this moment, as a field for date and time takes it. */
export function wallTimeText(at: Date, timeZone: string): string {
  return inZone(at, timeZone).toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** Whether the clock shows this moment's time once more later, as it does when summer time ends. */
export function comesTwice(at: Date, timeZone: string): boolean {
  const moment = inZone(at, timeZone);
  const second = moment.toPlainDateTime().toZonedDateTime(timeZone, { disambiguation: "later" });
  return second.epochMilliseconds > moment.epochMilliseconds;
}

function inZone(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

/** How far the clock jumps at this moment. */
function gap(jump: Temporal.ZonedDateTime): Temporal.Duration {
  const before = jump.subtract({ nanoseconds: 1 });
  return Temporal.Duration.from({
    nanoseconds: jump.offsetNanoseconds - before.offsetNanoseconds,
  });
}

function clockOf(time: Temporal.PlainDateTime): string {
  return time.toPlainTime().toString({ smallestUnit: "minute" });
}
