import { TextLink } from "#components/ui/link";
import { Meter } from "#components/ui/meter";
import type { DateStyle } from "#lib/dates";
import { numberText, plural } from "#lib/plurals";
import { type ScheduledSpots, scheduledText } from "#lib/seats/scheduled-text";

type SeatMeterProps = {
  total: number;
  used: number;
  /** Null where the page says it itself. */
  scheduled: ScheduledSpots | null;
  /** The subscription; there, those who use the spots. */
  href?: string;
  dates: DateStyle;
};

const PATH = "/admin/subscription";

/** "8 of 10 user spots used, 2 open", linked to the subscription, and what is scheduled of them. */
export function SeatMeter({ total, used, scheduled, dates, href = PATH }: SeatMeterProps) {
  return (
    <div className="stack-tight">
      <Meter
        label={`${numberText(used)} of ${plural(total, "user spot")} used, ${numberText(total - used)} open`}
        value={used}
        max={total}
        href={href}
      />
      {scheduled && (
        <p className="hint">
          <TextLink href={PATH}>{scheduledText(scheduled, dates)}</TextLink>, as scheduled
        </p>
      )}
    </div>
  );
}
