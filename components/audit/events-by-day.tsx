import { TextLink } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Time } from "#components/ui/time";
import { TimedItem, TimedList } from "#components/ui/timed-list";
import { eventSentence } from "#lib/audit/event-sentence";
import type { AuditEvent } from "#lib/audit/events";
import { type DateStyle, dayText, exactText, isoDayText, timeText } from "#lib/dates";

/** The events of one page as sentences, under the days of the account's time zone. */
export function EventsByDay({ events, dates }: { events: AuditEvent[]; dates: DateStyle }) {
  const days = Map.groupBy(events, ({ at }) => isoDayText(at, dates.timeZone));
  return [...days].map(([day, ofDay]) => {
    const heading = dayText(ofDay[0]?.at ?? new Date(day), dates);
    return (
      <Section key={day} title={heading} flush>
        <TimedList label={`Events of ${heading}`}>
          {ofDay.map((event) => (
            <TimedItem
              key={event.id}
              time={
                <Time iso={event.at.toISOString()} exact={exactText(event.at, dates)}>
                  {timeText(event.at, dates)}
                </Time>
              }
            >
              {eventSentence(event)}
              {"transferId" in event.data && event.data.transferId && (
                <>
                  {" "}
                  <TextLink href={`/transfers/${event.data.transferId}`}>
                    See the reassignment
                  </TextLink>
                </>
              )}
            </TimedItem>
          ))}
        </TimedList>
      </Section>
    );
  });
}
