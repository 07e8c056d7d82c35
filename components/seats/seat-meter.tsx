import { Meter } from "#components/ui/meter";
import { numberText, plural } from "#lib/plurals";

type SeatMeterProps = { total: number; used: number };

/** "8 of 10 user spots used, 2 open", linked to the subscription. */
export function SeatMeter({ total, used }: SeatMeterProps) {
  return (
    <Meter
      label={`${numberText(used)} of ${plural(total, "user spot")} used, ${numberText(total - used)} open`}
      value={used}
      max={total}
      href="/admin/subscription"
    />
  );
}
