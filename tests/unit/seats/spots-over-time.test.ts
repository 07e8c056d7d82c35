import { expect, test } from "vitest";
import { toRows, toSteps } from "#lib/seats/spots-over-time";

const on = (day: string, count: number) => ({ on: day, count });

test("days without a change go on as before, and are no step", () => {
  const counts = [on("2026-01-05", 3), on("2026-03-01", 5), on("2026-03-09", 5)];
  expect(toSteps(counts, "2026-01-05")).toEqual([on("2026-01-05", 3), on("2026-03-01", 5)]);
});

test("of several changes on a day the last one stands, even where it undoes the others", () => {
  const counts = [
    ...[on("2026-01-05", 3), on("2026-01-06", 9)],
    ...[on("2026-01-06", 7), on("2026-01-06", 3)],
  ];
  expect(toSteps(counts, "2026-01-05")).toEqual([on("2026-01-05", 3)]);
});

test("what was before the first day is what it begins with, the latest of it", () => {
  const counts = [on("2024-01-01", 2), on("2025-02-01", 4), on("2026-02-01", 6)];
  expect(toSteps(counts, "2026-01-05")).toEqual([on("2026-01-05", 4), on("2026-02-01", 6)]);
});

test("days in any order are the same steps, and none are none", () => {
  const counts = [on("2026-03-01", 5), on("2026-01-05", 3)];
  expect(toSteps(counts, "2026-01-05")).toEqual(toSteps(counts.toReversed(), "2026-01-05"));
  expect(toSteps([], "2026-01-05")).toEqual([]);
});

test("an account opened yesterday has two rows, one opened today has one", () => {
  const overTime = {
    today: "2026-03-01",
    spots: [on("2026-02-28", 1)],
    used: [on("2026-02-28", 1)],
  };
  expect(toRows({ ...overTime, from: "2026-02-28" })).toEqual([
    { on: "2026-02-28", spots: 1, used: 1 },
    { on: "2026-03-01", spots: 1, used: 1 },
  ]);
  expect(toRows({ ...overTime, from: "2026-03-01" })).toEqual([
    { on: "2026-03-01", spots: 1, used: 1 },
  ]);
});

test("a year has a row for its first day, each month's end and today, over the year's end and February", () => {
  const rows = toRows({
    from: "2027-11-28",
    today: "2028-11-27",
    spots: [on("2027-11-28", 100_000), on("2028-02-29", 90_000)],
    used: [on("2027-12-31", 7)],
  });
  expect(rows.map((row) => row.on)).toEqual([
    ...["2027-11-28", "2027-11-30", "2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31"],
    ...["2028-04-30", "2028-05-31", "2028-06-30", "2028-07-31", "2028-08-31", "2028-09-30"],
    ...["2028-10-31", "2028-11-27"],
  ]);
  expect(rows.slice(0, 5).map(({ spots, used }) => [spots, used])).toEqual([
    ...[
      [100_000, 0],
      [100_000, 0],
    ],
    ...[
      [100_000, 7],
      [100_000, 7],
    ],
    [90_000, 7],
  ]);
});
