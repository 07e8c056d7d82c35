import { SpotsDrawingView } from "#components/seats/spots-drawing";
import { Section } from "#components/ui/section";
import { axisText, calendarDayText, utcMidnight } from "#lib/dates";
import { numberText, plural } from "#lib/plurals";
import type { SpotsDrawing } from "#lib/seats/draw-spots";
import { type SpotsOverTime, toRows } from "#lib/seats/spots-over-time";

type SpotsPictureProps = {
  overTime: SpotsOverTime;
  scheduled: { toTotal: number; on: string } | null;
  /** Where there is room for months side by side, and on a phone. */
  drawings: { wide: SpotsDrawing; narrow: SpotsDrawing };
  locale: string;
};

/** Spots against active users as a picture, told in a sentence and as a table, too. */
export function SpotsPicture({ overTime, scheduled, drawings, locale }: SpotsPictureProps) {
  const rows = toRows(overTime);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return null;
  const day = (on: string) => calendarDayText(on, locale);
  const then = scheduled && `From ${day(scheduled.on)}: ${plural(scheduled.toTotal, "user spot")}.`;
  const since =
    rows.length === 1
      ? ""
      : `On ${day(first.on)}: ${plural(first.spots, "user spot")}, ${plural(first.used, "active user")}. `;
  const shown = {
    ...{ spots: last.spots, used: last.used },
    scheduled: scheduled && {
      toTotal: scheduled.toTotal,
      day: axisText(utcMidnight(scheduled.on), locale, "day"),
    },
  };
  return (
    <Section title="Spots over time" aside={`since ${day(first.on)}`}>
      <div
        role="img"
        aria-label={`User spots and active users over time. ${since}Today: ${plural(last.spots, "user spot")}, ${plural(last.used, "active user")}. ${then ?? ""}`.trim()}
      >
        <SpotsDrawingView size="wide" drawing={drawings.wide} {...shown} />
        <SpotsDrawingView size="narrow" drawing={drawings.narrow} {...shown} />
      </div>
      <details className="spots-rows">
        <summary className="link">The same as a table</summary>
        <table className="spots-table">
          <caption className="sr-only">Spots over time</caption>
          <thead>
            <tr>
              <th scope="col">On</th>
              <th scope="col">User spots</th>
              <th scope="col">Active users</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ on, spots, used }) => (
              <tr key={on}>
                <th scope="row">
                  {day(on)}
                  {on === overTime.today && " (today)"}
                </th>
                <td>{numberText(spots)}</td>
                <td>{numberText(used)}</td>
              </tr>
            ))}
            {scheduled && (
              <tr>
                <th scope="row">{day(scheduled.on)} (scheduled)</th>
                <td>{numberText(scheduled.toTotal)}</td>
                <td>not known yet</td>
              </tr>
            )}
          </tbody>
        </table>
      </details>
    </Section>
  );
}
