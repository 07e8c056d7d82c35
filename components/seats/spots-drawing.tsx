import { plural } from "#lib/plurals";
import type { SpotsDrawing } from "#lib/seats/draw-spots";

type SpotsDrawingViewProps = {
  drawing: SpotsDrawing;
  /** What the lines end at today, and what is scheduled, in the words at the line's end. */
  spots: number;
  used: number;
  scheduled: { toTotal: number; day: string } | null;
  size: "wide" | "narrow";
};

/** The lines of what was paid for and used, each named where it ends. */
export function SpotsDrawingView(props: SpotsDrawingViewProps) {
  const { drawing, spots, used, scheduled, size } = props;
  const { width, height, left, right, top, floor, today } = drawing;
  // Beside the line's end, on the side that has room.
  const isLate = today - left > (right - left) * 0.45;
  const end = isLate
    ? { x: today - 6, textAnchor: "end" as const }
    : { x: today + 6, textAnchor: "start" as const };
  return (
    <svg className={`spots spots-${size}`} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className="spots-area" d={drawing.usedArea} />
      {drawing.levels.map(({ y, text }) => (
        <g key={y}>
          <line className="spots-grid" x1={left} x2={right} y1={y} y2={y} />
          <text className="spots-axis" x={left - 6} y={y + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {drawing.ticks.map(({ x, text }) => (
        <g key={x}>
          <line className="spots-grid" x1={x} x2={x} y1={floor} y2={floor + 4} />
          <text className="spots-axis" x={x} y={height - 8} textAnchor={anchorAt(x, width)}>
            {text}
          </text>
        </g>
      ))}
      <line className="spots-today" x1={today} x2={today} y1={top - 20} y2={floor} />
      <text className="spots-axis" x={today} y={top - 24} textAnchor={anchorAt(today, width)}>
        Today
      </text>
      {drawing.scheduled && <path className="spots-scheduled" d={drawing.scheduled.path} />}
      <path className="spots-used" d={drawing.usedPath} />
      <path className="spots-paid" d={drawing.spotsPath} />
      <text className="spots-label" {...end} y={(isLate ? drawing.spotsOver : drawing.spotsAt) - 7}>
        {plural(spots, "user spot")}
      </text>
      <text
        className={`spots-label spots-label-used${isLate ? " spots-label-inside" : ""}`}
        {...end}
        y={(isLate ? drawing.usedUnder : drawing.usedAt) + 16}
      >
        {plural(used, "active user")}
      </text>
      {drawing.scheduled && scheduled && (
        <text className="spots-label" x={right + 6} y={drawing.scheduled.at - 2}>
          {plural(scheduled.toTotal, "spot")}
          <tspan className="spots-axis" x={right + 6} dy="14">
            from {scheduled.day}
          </tspan>
        </text>
      )}
    </svg>
  );
}

/** A label at an edge stays inside. */
function anchorAt(x: number, width: number): "start" | "middle" | "end" {
  if (x > width - 28) return "end";
  return x < 28 ? "start" : "middle";
}
