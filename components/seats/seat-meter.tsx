import { TextLink } from "#components/ui/link";
import { Meter } from "#components/ui/meter";
import type { DateStyle } from "#lib/dates";
import { numberText, plural } from "#lib/plurals";
import { type ScheduledSpots, scheduledText } from "#lib/seats/scheduled-text";

type SeatMeterProps = {
  total: number;
  used: number;
  scheduled: ScheduledSpots | null;
  dates: DateStyle;
};

const PATH = "/admin/subscription";

/** "8 of 10 user spots used, 2 open", linked to the subscription, and what is scheduled of them. */
export function SeatMeter({ total, used, scheduled, dates }: SeatMeterProps) {
  return (
    <div className="stack-tight">
      <Meter
        label={`${numberText(used)} of ${plural(total, "user spot")} used, ${numberText(total - used)} open`}
        value={used}
        max={total}
        href={PATH}
      />
      {scheduled && (
        <p className="hint">
          <TextLink href={PATH}>{scheduledText(scheduled, dates)}</TextLink>, as scheduled
        </p>
      )}
    </div>
  );
}
