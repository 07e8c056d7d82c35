import { scaleLinear, scaleUtc } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";
import { axisText, utcMidnight } from "#lib/dates";
import { numberText } from "#lib/plurals";
import type { SpotsOverTime, Step } from "#lib/seats/spots-over-time";

const HEIGHT = 240;
const TOP = 36;
/** Below the floor: the names of days, and a label where the line runs too low for it. */
const BOTTOM = { high: 28, low: 44 };
/** How wide the label of a line is, about. */
const LABEL = 120;
const DAY = 86_400_000;

type Scheduled = { toTotal: number; on: string };

/** Where everything stands in the picture of spots over time, in its own units. */
export type SpotsDrawing = ReturnType<typeof drawSpots>;

/**
 * Draws what was paid for and what was used as lines of steps, and what is scheduled beyond today
 * until a bit after its day.
 */
export function drawSpots(
  { from, today, spots, used }: SpotsOverTime,
  change: Scheduled | null,
  { width, locale }: { width: number; locale: string },
) {
  // What is due already and not carried out yet is not drawn: it would lead back.
  const scheduled = change && change.on > today ? change : null;
  const most = Math.max(1, ...[...spots, ...used].map(({ count }) => count));
  // The last day is drawn to its end, so that a single day is a line too.
  const end = addDays(today, 1);
  const last = scheduled ? addDays(scheduled.on, Math.max(2, days(from, scheduled.on) / 20)) : end;
  const isLow = (used.at(-1)?.count ?? 0) < most / 8;
  const y = scaleLinear([0, most], [HEIGHT - (isLow ? BOTTOM.low : BOTTOM.high), TOP]).nice(4);
  const levels = y.ticks(4).filter(Number.isInteger);
  const left = 8 + 7 * Math.max(...levels.map((level) => numberText(level).length));
  const right = width - (scheduled ? roomFor(scheduled) : 8);
  const x = scaleUtc([utcMidnight(from), last], [left, right]);

  const points = (steps: Step[]): Point[] => {
    const shown = steps.map(({ on, count }): Point => [round(x(utcMidnight(on))), round(y(count))]);
    return [...shown, [round(x(end)), round(y(steps.at(-1)?.count ?? 0))]];
  };
  const draw = line<Point>().curve(curveStepAfter);
  const fill = area<Point>().curve(curveStepAfter).y0(y(0));
  const [spotsAt, usedAt] = [spots, used].map((steps) => y(steps.at(-1)?.count ?? 0));
  const todayAt = round(x(end));
  const beside = (steps: Step[]) =>
    steps
      .filter((_, at) => x(utcMidnight(steps[at + 1]?.on ?? today)) >= todayAt - LABEL)
      .map(({ count }) => y(count));
  const under = Math.max(usedAt ?? 0, Math.min(y(0) - 22, Math.max(...beside(used))));
  return {
    ...{ width, height: HEIGHT, left: round(left), right: round(right) },
    top: TOP,
    floor: round(y(0)),
    levels: levels.map((level) => ({ y: round(y(level)), text: numberText(level) })),
    ticks: ticksOf(x, width, locale),
    spotsPath: draw(points(spots)) ?? "",
    usedPath: draw(points(used)) ?? "",
    usedArea: fill(points(used)) ?? "",
    today: todayAt,
    spotsAt: round(spotsAt ?? 0),
    usedAt: round(usedAt ?? 0),
    /** Where the lines leave room for a label that ends at today. */
    spotsOver: round(Math.min(spotsAt ?? 0, ...beside(spots))),
    usedUnder: round(under),
    scheduled: scheduled && {
      at: round(y(scheduled.toTotal)),
      path:
        draw([
          [todayAt, round(spotsAt ?? 0)],
          [round(x(utcMidnight(scheduled.on))), round(y(scheduled.toTotal))],
          [right, round(y(scheduled.toTotal))],
        ]) ?? "",
    },
  };
}

type Point = [x: number, y: number];

/** As many as there is room for: at beginnings of months, each January with its year, or amid days. */
function ticksOf(x: ReturnType<typeof scaleUtc<number>>, width: number, locale: string) {
  const [first = 0, last = 0] = x.domain().map(Number);
  const most = Math.max(2, Math.floor(width / 90));
  const times = x.ticks(Math.min(most, Math.max(1, Math.floor((last - first) / DAY))));
  const areMonths = times.every((at) => at.getUTCDate() === 1);
  const hasJanuary = times.some((at) => at.getUTCMonth() === 0);
  return times
    .map((at, index) => {
      const isYear = hasJanuary ? at.getUTCMonth() === 0 : index === 0;
      const by = areMonths ? (isYear ? "year" : "month") : "day";
      const amid = Number(at) + (areMonths ? 0 : DAY / 2);
      return { at: amid, x: round(x(amid)), text: axisText(at, locale, by) };
    })
    .filter(({ at }) => at < last)
    .map(({ at: _at, ...tick }) => tick);
}

/** Beside the end of the scheduled line, for "8 spots" and below it "from 11 Dec". */
function roomFor({ toTotal }: Scheduled): number {
  return Math.max(92, 46 + 8 * numberText(toTotal).length);
}

function addDays(day: string, count: number): Date {
  return new Date(utcMidnight(day).getTime() + count * DAY);
}

function days(from: string, to: string): number {
  return (utcMidnight(to).getTime() - utcMidnight(from).getTime()) / DAY;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
