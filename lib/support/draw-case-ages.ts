import { scaleBand, scaleLinear } from "d3-scale";
import type { CaseState } from "#lib/owner-requests/case-state";
import { type AgeGroup, countOf } from "#lib/support/case-ages";

const HEIGHT = 180;
const TOP = 20;
const BOTTOM = 24;
/** A part lower than this holds no figure. */
const ROOM_FOR_FIGURE = 16;

export type AgesDrawing = ReturnType<typeof drawCaseAges>;
type Part = { state: CaseState; count: number; y: number; height: number; hasRoom: boolean };

/** Where everything stands in the picture of open cases by age: a bar a group, its states stacked. */
export function drawCaseAges(groups: AgeGroup[], { width }: { width: number }) {
  const totals = groups.map(({ counts }) => countOf(counts));
  const most = Math.max(1, ...totals);
  const x = scaleBand(
    groups.map(({ label }) => label),
    [0, width],
  ).padding(0.25);
  const y = scaleLinear([0, most], [HEIGHT - BOTTOM, TOP]);
  const bars = groups.map(({ label, counts }, index) => {
    let below = 0;
    const parts = counts
      .filter(({ count }) => count > 0)
      .map(({ state, count }): Part => {
        const [bottom, top] = [y(below), y(below + count)];
        below += count;
        const height = round(bottom - top);
        return { state, count, y: round(top), height, hasRoom: height >= ROOM_FOR_FIGURE };
      });
    const total = totals[index] ?? 0;
    return { label, x: round(x(label) ?? 0), parts, total, top: round(y(total)) };
  });
  return { width, height: HEIGHT, floor: HEIGHT - BOTTOM, barWidth: round(x.bandwidth()), bars };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
