import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dayOf, daysBetween, periodAfter, startOfDay } from "#lib/billing/periods";
import { trialOf } from "#lib/billing/plans";

const utc = "UTC";

test.each([
  ["the 31st, in a shorter month", "2026-01-31", "month", 1, "2026-02-28", "2026-03-31"],
  ["the 31st, in a leap year's February", "2028-01-31", "month", 1, "2028-02-29", "2028-03-31"],
  ["the 30th, which February lacks", "2026-11-30", "month", 3, "2027-02-28", "2027-03-30"],
  [
    "the 31st, from one shorter month to the next",
    "2026-08-31",
    "month",
    1,
    "2026-09-30",
    "2026-10-31",
  ],
  ["29 February, a year later", "2028-02-29", "year", 1, "2029-02-28", "2030-02-28"],
  ["29 February, in the next leap year", "2028-02-29", "year", 4, "2032-02-29", "2033-02-28"],
  ["the turn of the year", "2026-12-15", "month", 0, "2026-12-15", "2027-01-15"],
] as const)("a period that began on %s", (_sentence, anchor, interval, index, start, end) => {
  expect(periodAfter(anchor, interval, index, utc)).toMatchObject({ start, end });
});

test.each([
  [
    "begins at the account's midnight",
    "2026-12-01",
    "America/New_York",
    "2026-12-01T05:00:00.000Z",
  ],
  ["in summer, an hour earlier", "2026-07-01", "America/New_York", "2026-07-01T04:00:00.000Z"],
  ["on the day when clocks go forward", "2026-03-29", "Europe/London", "2026-03-29T00:00:00.000Z"],
  ["the day after", "2026-03-30", "Europe/London", "2026-03-29T23:00:00.000Z"],
  [
    "where midnight itself is jumped over",
    "2026-04-24",
    "Africa/Cairo",
    "2026-04-23T22:00:00.000Z",
  ],
  ["east of everybody", "2027-01-01", "Pacific/Kiritimati", "2026-12-31T10:00:00.000Z"],
] as const)("a day %s", (_sentence, day, timeZone, at) => {
  expect(startOfDay(day, timeZone).toISOString()).toBe(at);
  expect(dayOf(new Date(at), timeZone)).toBe(day);
  expect(dayOf(new Date(Date.parse(at) - 1), timeZone)).toBe(addDays(day, -1));
});

test("periods follow each other without a gap, whatever the first day, the interval and the clock", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2020-01-01"), max: new Date("2040-12-31"), noInvalidDate: true }),
      fc.constantFrom("month", "year"),
      fc.constantFrom(utc, "America/Sao_Paulo", "Africa/Cairo", "Pacific/Apia", "Asia/Kathmandu"),
      fc.integer({ min: 0, max: 60 }),
      (first, interval, timeZone, index) => {
        const anchor = first.toISOString().slice(0, 10);
        const one = periodAfter(anchor, interval, index, timeZone);
        const next = periodAfter(anchor, interval, index + 1, timeZone);
        expect(next.start).toBe(one.end);
        expect(next.renewsAt.getTime()).toBeGreaterThan(one.renewsAt.getTime());
        const days = daysBetween(one.start, one.end);
        expect(days).toBeGreaterThanOrEqual(interval === "year" ? 365 : 28);
        expect(days).toBeLessThanOrEqual(interval === "year" ? 366 : 31);
        expect(dayOf(one.renewsAt, timeZone)).toBe(one.end);
      },
    ),
    { numRuns: 500 },
  );
});

test("a trial takes thirty days of the account's clock, and the paid periods begin where it ends", () => {
  const late = new Date("2026-11-28T23:30:00Z");
  expect(trialOf("annual", "Asia/Tokyo", late)).toMatchObject({
    status: "trial",
    minimumSeats: 3,
    periodStart: "2026-11-29",
    periodEnd: "2026-12-29",
    anchorOn: "2026-12-29",
    renewsAt: new Date("2026-12-28T15:00:00Z"),
  });
});
