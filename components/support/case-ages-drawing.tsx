import type { AgesDrawing } from "#lib/support/draw-case-ages";

type CaseAgesDrawingProps = { drawing: AgesDrawing; size: "wide" | "narrow" };

/** A bar for each age with its states stacked; the total stands above it. */
export function CaseAgesDrawing({ drawing, size }: CaseAgesDrawingProps) {
  const { width, height, floor, barWidth, bars } = drawing;
  return (
    <svg
      className={`spots ages spots-${size}`}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {bars.map(({ label, x, parts, total, top }) => (
        <g key={label}>
          {parts.map((part) => (
            <g key={part.state}>
              <rect
                className={`ages-${part.state}`}
                x={x}
                y={part.y}
                width={barWidth}
                height={part.height}
              />
              {part.hasRoom && parts.length > 1 && (
                <text
                  className={`ages-figure ages-figure-${part.state}`}
                  x={x + barWidth / 2}
                  y={part.y + part.height / 2 + 4}
                  textAnchor="middle"
                >
                  {part.count}
                </text>
              )}
            </g>
          ))}
          {total > 0 && (
            <text className="ages-total" x={x + barWidth / 2} y={top - 6} textAnchor="middle">
              {total}
            </text>
          )}
          <text className="spots-axis" x={x + barWidth / 2} y={height - 8} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      <line className="ages-floor" x1="0" x2={width} y1={floor} y2={floor} />
    </svg>
  );
}
