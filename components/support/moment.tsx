import { Time } from "#components/ui/time";
import { type DateStyle, dateTimeText, exactText } from "#lib/dates";

/** "12 Nov 2026, 10:42", with the exact time and its zone on hover. */
export function Moment({ at, dates }: { at: Date; dates: DateStyle }) {
  return (
    <Time iso={at.toISOString()} exact={exactText(at, dates)}>
      {dateTimeText(at, dates)}
    </Time>
  );
}
