import fc from "fast-check";
import { expect, test } from "vitest";
import { prorate } from "#lib/billing/prorate";

const nothing = { seatDays: 0, amount: 0 };

test.each([
  ["a whole period costs the price", 1500, 30, { seats: 1, days: 30 }, 1500],
  ["two spots for a third of it", 1500, 30, { seats: 2, days: 10 }, 1000],
  ["its last day", 1500, 31, { seats: 1, days: 1 }, 48],
  ["half a unit is rounded up", 1, 2, { seats: 1, days: 1 }, 1],
  ["less than half a unit costs nothing", 1, 3, { seats: 1, days: 1 }, 0],
  ["a free plan", 0, 30, { seats: 12, days: 17 }, 0],
  ["a leap year", 15_000, 366, { seats: 3, days: 307 }, 37_746],
  [
    "a price beyond what a number multiplies exactly",
    999_999_999_999,
    365,
    { seats: 7, days: 364 },
    6_980_821_917_801,
  ],
] as const)("%s", (_sentence, price, days, added, amount) => {
  expect(prorate(price, { days }, nothing, added)).toBe(amount);
});

test("any sequence of additions within a period sums to what each day costs, to the minor unit", () => {
  const addition = fc.record({
    day: fc.integer({ min: 0, max: 365 }),
    seats: fc.integer({ min: 1, max: 5_000 }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 28, max: 366 }),
      fc.integer({ min: 0, max: 5_000 }),
      fc.array(addition, { maxLength: 20 }),
      (price, days, atFirst, wanted) => {
        const additions = wanted
          .map(({ day, seats }) => ({ day: day % days, seats }))
          .sort((one, other) => one.day - other.day);
        let charged = nothing;
        for (const { day, seats } of [{ day: 0, seats: atFirst }, ...additions]) {
          const added = { seats, days: days - day };
          const amount = prorate(price, { days }, charged, added);
          expect(amount).toBeGreaterThanOrEqual(0);
          charged = {
            seatDays: charged.seatDays + added.seats * added.days,
            amount: charged.amount + amount,
          };
        }
        expect(charged.amount).toBe(dayByDay(price, days, atFirst, additions));
      },
    ),
    { numRuns: 2_000 },
  );
});

/** Each day costs its spots a share of the price; the sum is rounded once, halves up. */
function dayByDay(
  price: number,
  days: number,
  atFirst: number,
  additions: { day: number; seats: number }[],
): number {
  let parts = 0n;
  for (let day = 0; day < days; day++) {
    const seats = additions
      .filter((each) => each.day <= day)
      .reduce((sum, each) => sum + each.seats, atFirst);
    parts += BigInt(price) * BigInt(seats);
  }
  const [whole, rest] = [parts / BigInt(days), parts % BigInt(days)];
  return Number(rest * 2n >= BigInt(days) ? whole + 1n : whole);
}
