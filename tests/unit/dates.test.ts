import { expect, test } from "vitest";
import {
  axisText,
  calendarDayText,
  clockText,
  dateText,
  dateTimeText,
  daysText,
  dayText,
  exactText,
  isoDayText,
  localTimeText,
  timeText,
  utcMidnight,
} from "#lib/dates";

const lateEvening = new Date("2026-11-12T23:42:07.500Z");

test.each([
  ["UTC", "en-GB", "12 Nov 2026, 23:42"],
  ["America/New_York", "en-US", "Nov 12, 2026, 18:42"],
  ["Europe/Berlin", "de", "13. Nov. 2026, 00:42"],
  ["Asia/Kolkata", "en-IN", "13 Nov 2026, 05:12"],
  ["Asia/Tokyo", "ja", "2026年11月13日 08:42"],
  ["Pacific/Kiritimati", "en-GB", "13 Nov 2026, 13:42"],
  ["America/St_Johns", "en-GB", "12 Nov 2026, 20:12"],
])("one moment reads in %s, in %s, as %s", (timeZone, locale, text) => {
  expect(dateTimeText(lateEvening, { timeZone, locale })).toBe(text);
});

test("the day is the account's, not the server's", () => {
  const dayIn = (timeZone: string) => dateText(lateEvening, { timeZone, locale: "en-GB" });
  expect(dayIn("UTC")).toBe("12 Nov 2026");
  expect(dayIn("Europe/Berlin")).toBe("13 Nov 2026");
});

test("a day reads as its reader writes it, and for a program as ISO 8601 does", () => {
  expect(dayText(lateEvening, { timeZone: "UTC", locale: "en-GB" })).toBe(
    "Thursday, 12 November 2026",
  );
  expect(dayText(lateEvening, { timeZone: "Europe/Berlin", locale: "de" })).toBe(
    "Freitag, 13. November 2026",
  );
  expect(timeText(lateEvening, { timeZone: "Europe/Berlin", locale: "de" })).toBe("00:42");
  expect(isoDayText(lateEvening, "Europe/Berlin")).toBe("2026-11-13");
  expect(localTimeText(lateEvening, "America/New_York")).toBe("2026-11-12 18:42:07");
  expect(localTimeText(lateEvening, "Europe/Berlin")).toBe("2026-11-13 00:42:07");
});

test("midnight is 00:00, in America too", () => {
  const midnight = new Date("2026-11-12T00:00:00Z");
  expect(clockText(midnight, { timeZone: "UTC", locale: "en-US" })).toBe("00:00:00");
  expect(dateTimeText(midnight, { timeZone: "UTC", locale: "en-US" })).toBe("Nov 12, 2026, 00:00");
});

test("the hour that a clock change repeats is told apart in the exact form", () => {
  const london = { timeZone: "Europe/London", locale: "en-GB" };
  const before = new Date("2026-10-25T00:30:00Z");
  const after = new Date("2026-10-25T01:30:00Z");
  expect(dateTimeText(before, london)).toBe(dateTimeText(after, london));
  expect(exactText(before, london)).toBe("Sunday, 25 October 2026 at 01:30:00 BST");
  expect(exactText(after, london)).toBe("Sunday, 25 October 2026 at 01:30:00 GMT");
});

test("a reader in another script sees its own numerals", () => {
  expect(dateText(lateEvening, { timeZone: "Africa/Cairo", locale: "ar-EG" })).toBe(
    "١٣ نوفمبر ٢٠٢٦",
  );
});

test("many readers at once do not mix up their forms", () => {
  const zones = Array.from({ length: 24 }, (_, hour) => `Etc/GMT-${hour % 14}`);
  const locales = ["en-GB", "de", "fr", "es", "it", "nl", "da", "sv", "fi", "pl"];
  const pairs = zones.flatMap((timeZone) => locales.map((locale) => ({ timeZone, locale })));
  const first = pairs.map((style) => dateTimeText(lateEvening, style));
  expect(pairs.map((style) => dateTimeText(lateEvening, style))).toEqual(first);
});

test("a calendar day is the same day for every reader", () => {
  expect(calendarDayText("2026-11-12", "en-GB")).toBe("12 Nov 2026");
  expect(calendarDayText("2026-11-12", "en-US")).toBe("Nov 12, 2026");
});

test.each([
  ["2026-11-01", "2026-12-01", "1-30 Nov 2026"],
  ["2026-11-13", "2026-12-13", "13 Nov-12 Dec 2026"],
  ["2028-02-29", "2029-02-28", "29 Feb 2028-27 Feb 2029"],
  ["2026-11-30", "2026-12-01", "30 Nov 2026"],
])("the days from %s to before %s are named by the first and the last", (from, end, words) => {
  expect(daysText(from, end, "en-GB").replaceAll(/\s?–\s?/g, "-")).toBe(words);
});

test("under an axis stands a day, a month or a month with its year", () => {
  const at = utcMidnight("2027-01-01");
  expect((["day", "month", "year"] as const).map((by) => axisText(at, "en-GB", by))).toEqual([
    "1 Jan",
    "Jan",
    "Jan 2027",
  ]);
});
