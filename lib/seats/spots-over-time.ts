/** How many there were from a day on, "2026-11-24", until the next step. */
export type Step = { on: string; count: number };

/** User spots paid for and active users between two days, both as steps. */
export type SpotsOverTime = { from: string; today: string; spots: Step[]; used: Step[] };

/**
 * Steps from counts of single days: of several on a day the last one stands, days without any go on
 * as before, and what was before the first day is what it begins with.
 */
export function toSteps(counts: Step[], from: string): Step[] {
  const byDay = new Map<string, number>();
  for (const { on, count } of counts.toSorted((a, b) => compare(a.on, b.on))) {
    byDay.set(on < from ? from : on, count);
  }
  const steps: Step[] = [];
  for (const [on, count] of byDay) {
    if (steps.at(-1)?.count !== count) steps.push({ on, count });
  }
  return steps;
}

/** How many there are on a day; none before the first step. */
function countOn(steps: Step[], day: string): number {
  return steps.findLast(({ on }) => on <= day)?.count ?? 0;
}

/** The same as rows of a table: the first day, each month's end and today. */
export function toRows({ from, today, spots, used }: SpotsOverTime) {
  const days = [...new Set([from, ...monthEnds(from, today)])];
  return days.map((on) => ({ on, spots: countOn(spots, on), used: countOn(used, on) }));
}

function monthEnds(from: string, today: string): string[] {
  const ends: string[] = [];
  let [year = 0, month = 0] = from.split("-").map(Number);
  for (;;) {
    const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    if (end >= today) return [...ends, today];
    ends.push(end);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
