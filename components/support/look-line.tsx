import { Time } from "#components/ui/time";
import { type DateStyle, exactText, timeText, timeZoneText } from "#lib/dates";

type LookLineProps = { reason: string; expiresAt: Date; dates: DateStyle };

/** Until when one looks, and why: as the account's own log has it. */
export function LookLine({ reason, expiresAt, dates }: LookLineProps) {
  return (
    <>
      Read only. Your look lasts until{" "}
      <Time iso={expiresAt.toISOString()} exact={exactText(expiresAt, dates)}>
        {timeText(expiresAt, dates)}
      </Time>{" "}
      ({timeZoneText(dates.timeZone)}). Reason: <bdi>{reason}</bdi>
    </>
  );
}
