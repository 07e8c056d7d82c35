import { useId } from "react";
import { TextLink } from "#components/ui/link";

type MeterProps = { label: string; value: number; max: number; href?: string };

/** How much of something is taken: in words, and drawn piece by piece while they are few. */
export function Meter({ label, value, max, href }: MeterProps) {
  const id = useId();
  const full = value >= max;
  return (
    <div className={full ? "meter meter-full" : "meter"}>
      <span id={id}>{href ? <TextLink href={href}>{label}</TextLink> : label}</span>
      <meter className="sr-only" aria-labelledby={id} value={value} max={max} />
      {max <= MOST_PIECES ? <Pieces value={value} max={max} /> : <Bar share={value / max} />}
    </div>
  );
}

const MOST_PIECES = 30;

function Pieces({ value, max }: { value: number; max: number }) {
  return (
    <svg width={max * 14 - 2} height="8" aria-hidden="true">
      {Array.from({ length: max }, (_, at) => at).map((at) =>
        at < value ? (
          <rect key={at} className="meter-used" x={at * 14} width="12" height="8" rx="2" />
        ) : (
          <rect
            key={at}
            className="meter-open"
            x={at * 14 + 0.5}
            y="0.5"
            width="11"
            height="7"
            rx="1.5"
          />
        ),
      )}
    </svg>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg width="240" height="8" aria-hidden="true">
      <rect className="meter-open" x="0.5" y="0.5" width="239" height="7" rx="3.5" />
      <rect className="meter-used" width={240 * Math.min(share, 1)} height="8" rx="4" />
    </svg>
  );
}
