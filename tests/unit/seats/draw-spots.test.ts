import { expect, test } from "vitest";
import { drawSpots } from "#lib/seats/draw-spots";
import type { Step } from "#lib/seats/spots-over-time";

const wide = { width: 860, locale: "en-GB" };
const narrow = { width: 326, locale: "en-GB" };
const on = (day: string, count: number): Step => ({ on: day, count });
const year = {
  ...{ from: "2025-11-28", today: "2026-11-28" },
  spots: [on("2025-11-28", 10), on("2026-05-01", 12)],
  used: [on("2025-11-28", 9), on("2026-05-01", 11), on("2026-08-01", 10)],
};

test("a line goes level to its step and ends today", () => {
  const drawing = drawSpots(year, null, wide);
  expect(pointsOf(drawing.spotsPath)).toHaveLength(4);
  expect(pointsOf(drawing.usedPath)).toHaveLength(6);
  expect(pointsOf(drawing.spotsPath).at(-1)).toEqual([drawing.today, drawing.spotsAt]);
  expect(pointsOf(drawing.usedPath).at(-1)).toEqual([drawing.today, drawing.usedAt]);
  expect(drawing.usedAt).toBeGreaterThan(drawing.spotsAt);
  expect(drawing.today).toBe(drawing.right);
});

test("what is scheduled goes on from today to a bit after its day", () => {
  const drawing = drawSpots(year, { toTotal: 10, on: "2026-12-11" }, wide);
  const points = pointsOf(drawing.scheduled?.path ?? "");
  expect(points[0]).toEqual([drawing.today, drawing.spotsAt]);
  expect(points.at(-1)).toEqual([drawing.right, drawing.scheduled?.at]);
  const [at = 0] = points[1] ?? [];
  expect(at).toBeGreaterThan(drawing.today);
  expect(at).toBeLessThan(drawing.right);
});

test("what is due already and not carried out yet is not drawn", () => {
  for (const day of ["2026-11-28", "2026-11-01"]) {
    expect(drawSpots(year, { toTotal: 10, on: day }, wide).scheduled).toBeNull();
  }
});

test("an account opened today is a level line from edge to edge", () => {
  const today = "2026-11-28";
  const young = { from: today, today, spots: [on(today, 1)], used: [on(today, 1)] };
  const drawing = drawSpots(young, null, narrow);
  expect(pointsOf(drawing.spotsPath)).toEqual([
    [drawing.left, drawing.spotsAt],
    [drawing.right, drawing.spotsAt],
  ]);
  expect(drawing.ticks.map(({ text }) => text)).toEqual(["28 Nov"]);
  expect(drawing.levels.map(({ text }) => text)).toEqual(["0", "1"]);
});

test("one that was never used, or counted no day yet, is drawn on the floor", () => {
  const drawing = drawSpots({ ...year, used: [] }, null, wide);
  expect(drawing.usedAt).toBe(drawing.floor);
});

test("a label beside today clears what its line did shortly before", () => {
  const lately = {
    ...year,
    spots: [on("2025-11-28", 12), on("2026-11-20", 14)],
    used: [on("2025-11-28", 10), on("2026-09-01", 11), on("2026-11-20", 12)],
  };
  const drawing = drawSpots(lately, null, narrow);
  const [, before = 0] = pointsOf(drawing.usedPath)[0] ?? [];
  expect(drawing.usedUnder).toBe(before);
  expect(drawing.spotsOver).toBe(drawing.spotsAt);
  const level = drawSpots({ ...year, used: [] }, null, wide);
  expect(level.usedUnder).toBe(level.usedAt);
});

test("100,000 spots leave room for their numbers, and a label under a low line for itself", () => {
  const many = { ...year, spots: [on("2025-11-28", 100_000)], used: [on("2025-11-28", 1)] };
  const drawing = drawSpots(many, null, narrow);
  expect(drawing.levels.at(-1)?.text).toBe("100,000");
  expect(drawing.left).toBeGreaterThan(drawSpots(year, null, narrow).left);
  expect(drawing.height - drawing.usedAt).toBeGreaterThan(40);
});

test.each([
  ["a year", year, null],
  ["a year and the next renewal", year, { toTotal: 5, on: "2027-11-28" }],
  ["two months", { ...year, from: "2026-10-01" }, null],
  ["ten days", { ...year, from: "2026-11-18" }, { toTotal: 5, on: "2026-12-18" }],
  ["a day", { ...year, from: "2026-11-27" }, null],
])("over %s the marks stand apart and inside", (_span, overTime, scheduled) => {
  for (const size of [wide, narrow]) {
    const { ticks, left, right } = drawSpots(overTime, scheduled, size);
    expect(ticks.length).toBeGreaterThan(0);
    ticks.forEach(({ x }, index) => {
      expect(x).toBeGreaterThanOrEqual(left);
      expect(x).toBeLessThanOrEqual(right);
      const before = ticks[index - 1];
      if (before) expect(x - before.x).toBeGreaterThan(38);
    });
  }
});

test("marks are named in the reader's language, January with its year", () => {
  const { ticks } = drawSpots(year, null, { width: 860, locale: "de-DE" });
  expect(ticks.map(({ text }) => text)).toContain("Jan. 2026");
  expect(ticks.filter(({ text }) => /\d/.test(text))).toHaveLength(1);
});

/** The corners of a path; d3 writes the last one twice. */
function pointsOf(path: string): number[][] {
  const points = path.split(/(?=[ML])/).map((part) => part.slice(1));
  return points
    .filter((point, index) => point !== points[index - 1])
    .map((point) => point.split(",").map(Number));
}
