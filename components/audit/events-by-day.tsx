import { ByDay } from "#components/audit/by-day";
import { TextLink } from "#components/ui/link";
import { eventSentence } from "#lib/audit/event-sentence";
import type { AuditEvent } from "#lib/audit/events";
import type { DateStyle } from "#lib/dates";

/** The events of one page as sentences, under the days of the account's time zone. */
export function EventsByDay({ events, dates }: { events: AuditEvent[]; dates: DateStyle }) {
  return (
    <ByDay events={events} dates={dates}>
      {(event) => (
        <>
          {eventSentence(event)}
          {"transferId" in event.data && event.data.transferId && (
            <>
              {" "}
              <TextLink href={`/transfers/${event.data.transferId}`}>See the reassignment</TextLink>
            </>
          )}
        </>
      )}
    </ByDay>
  );
}
