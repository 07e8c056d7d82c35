import { Badge } from "#components/ui/badge";
import { TextLink } from "#components/ui/link";
import { Time } from "#components/ui/time";
import { Timeline, TimelineEntry } from "#components/ui/timeline";
import { type DateStyle, dateTimeText, exactText } from "#lib/dates";
import type { HistoryLine } from "#lib/history/history-line";
import { href } from "#lib/hrefs";

export type HistoryTimelineProps = {
  contactId: string;
  contactName: string;
  history: { lines: HistoryLine[]; older: string | null };
  dates: DateStyle;
};

/** A contact's History, newest first: entries and reassignments, each with who and when. */
export function HistoryTimeline({ contactId, contactName, history, dates }: HistoryTimelineProps) {
  if (history.lines.length === 0) return <p className="muted">Nothing noted yet.</p>;
  return (
    <>
      <Timeline label={`History of ${contactName}`}>
        {history.lines.map((line) => (
          <TimelineEntry
            key={line.id}
            title={lineTitle(line)}
            meta={
              <>
                {line.authorName && (
                  <>
                    <bdi>{line.authorName}</bdi>
                    {line.authorIsInactive && (
                      <>
                        {" "}
                        <Badge tone="warn">Inactive</Badge>
                      </>
                    )}
                    {", "}
                  </>
                )}
                <Time iso={line.at.toISOString()} exact={exactText(line.at, dates)}>
                  {dateTimeText(line.at, dates)}
                </Time>
              </>
            }
          >
            {line.body && (
              <p className="text-lines" dir="auto">
                {line.body}
              </p>
            )}
          </TimelineEntry>
        ))}
      </Timeline>
      {history.older && (
        <TextLink href={href(`/contacts/${contactId}`, { before: history.older })}>
          Older entries
        </TextLink>
      )}
    </>
  );
}

function lineTitle({ kind, fromName, toName }: HistoryLine): string {
  if (kind === "reassigned") return `Reassigned from ${fromName} to ${toName}`;
  if (kind === "returned") return `Returned from ${fromName} to ${toName}`;
  return entryTitles[kind];
}

const entryTitles = { note: "Note", call: "Call", email: "E-mail", meeting: "Meeting" };
