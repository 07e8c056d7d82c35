import type { ReactNode } from "react";
import { Section } from "#components/ui/section";
import { Time } from "#components/ui/time";
import { TimedItem, TimedList } from "#components/ui/timed-list";
import { type DateStyle, dayText, exactText, isoDayText, timeText } from "#lib/dates";

type ByDayProps<Event> = {
  events: Event[];
  dates: DateStyle;
  children: (event: Event) => ReactNode;
};

/** The lines of one page of a log, under the days of a time zone. */
export function ByDay<Event extends { id: string; at: Date }>(props: ByDayProps<Event>) {
  const { events, dates, children } = props;
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
              {children(event)}
            </TimedItem>
          ))}
        </TimedList>
      </Section>
    );
  });
}
