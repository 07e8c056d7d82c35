import { expect, test } from "vitest";
import { inReadersWords } from "#lib/refusals/in-readers-words";
import { sampleId } from "#tests/support/samples";

const midnight = "2026-12-01T05:00:00.000Z";
const seat = { scheduleId: sampleId(70), total: 10, target: 8, raised: 9, on: midnight };
const facts = {
  at: "2026-11-12T12:00:00.000Z",
  on: midnight,
  price: { amount: 1935, currency: "USD" },
  seat: { ...seat, day: "1 Dec 2026" },
};

test.each([
  ["en-US", "Nov 12, 2026, 07:00", "Dec 1, 2026", "$19.35"],
  ["de-DE", "12. Nov. 2026, 07:00", "1. Dez. 2026", "19,35\u00a0$"],
])(
  "in %s a refusal's times, days and sums are written as everywhere",
  (locale, at, day, amount) => {
    const worded = inReadersWords(facts, { locale, timeZone: "America/New_York" });
    expect(worded).toMatchObject({ at, time: day, amount, seat: { day } });
  },
);

test("what names none of them stays as it is", () => {
  const dates = { locale: "de-DE", timeZone: "Europe/Berlin" };
  expect(inReadersWords({ name: "Ben", total: 8 }, dates)).toEqual({ name: "Ben", total: 8 });
});
