import { expect, test } from "vitest";
import { ageGroupText, ageText, countOf, groupByAge } from "#lib/support/case-ages";
import { drawCaseAges } from "#lib/support/draw-case-ages";
import { noon } from "#tests/support/samples";

const open = (state: "unverified" | "waiting" | "expired", days: number, count = 1) => ({
  state,
  days,
  count,
});
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

test.each<[number, string]>([
  [0, "under a minute"],
  [1, "1 minute"],
  [59, "59 minutes"],
  [60, "1 hour"],
  [24 * 60 - 1, "23 hours"],
  [24 * 60, "1 day"],
  [3 * 24 * 60 + 5, "3 days"],
])("after %i minutes a case is %s old", (minutes, text) => {
  expect(ageText(noon, later(minutes))).toBe(text);
});

test("a clock behind makes no negative age", () => {
  expect(ageText(noon, later(-5))).toBe("under a minute");
});

test("every day is in one group, and the oldest only where there are any", () => {
  const perDay = Array.from({ length: 31 }, (_, days) => open("unverified", days));
  expect(groupByAge(perDay).map(({ label, counts }) => [label, countOf(counts)])).toEqual([
    ["Today", 1],
    ["1–2 days", 2],
    ["3–6 days", 4],
    ["1–2 weeks", 7],
    ["2–4 weeks", 17],
  ]);
  expect(groupByAge([open("waiting", 50)]).at(-1)).toEqual({
    label: "Older",
    counts: [{ state: "waiting", count: 1 }],
  });
});

test("states stand in the order of a case's way, and only those that occur", () => {
  const [today] = groupByAge([open("waiting", 0, 2), open("unverified", 0), open("expired", 3)]);
  expect(today?.counts).toEqual([
    { state: "unverified", count: 1 },
    { state: "waiting", count: 2 },
    { state: "expired", count: 0 },
  ]);
  expect(today && ageGroupText(today)).toBe("Today: 1 to verify, 2 waiting");
  expect(groupByAge([open("waiting", 9)]).map(ageGroupText)[0]).toBe("Today: none");
});

test("bars stand on the floor, their parts on each other, and keep inside at any width", () => {
  const groups = groupByAge([open("waiting", 0, 40), open("unverified", 0, 2), open("waiting", 4)]);
  for (const width of [960, 380]) {
    const { bars, floor, barWidth } = drawCaseAges(groups, { width });
    expect(bars).toHaveLength(5);
    const [unverified, waiting] = bars[0]?.parts ?? [];
    expect((unverified?.y ?? 0) + (unverified?.height ?? 0)).toBeCloseTo(floor, 0);
    expect((waiting?.y ?? 0) + (waiting?.height ?? 0)).toBeCloseTo(unverified?.y ?? 0, 0);
    expect([unverified?.hasRoom, waiting?.hasRoom]).toEqual([false, true]);
    expect(bars[0]?.total).toBe(42);
    expect(Math.max(...bars.map(({ x }) => x + barWidth))).toBeLessThanOrEqual(width);
    expect(Math.min(...bars.map(({ top }) => top))).toBeGreaterThan(12);
  }
});

test("without any case there is nothing but the floor", () => {
  const { bars } = drawCaseAges(groupByAge([]), { width: 960 });
  expect(bars.every(({ parts, total }) => parts.length === 0 && total === 0)).toBe(true);
});
