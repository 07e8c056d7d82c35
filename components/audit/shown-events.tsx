import { Button } from "#components/ui/button";
import { TextLink } from "#components/ui/link";
import { Toolbar } from "#components/ui/toolbar";
import { AUDIT_PATH, auditHref } from "#lib/audit/audit-href";
import type { EventFilter } from "#lib/audit/filter";
import { kindGroupLabels } from "#lib/audit/kind-groups";
import { type DateStyle, dateText } from "#lib/dates";

type ShownEventsProps = {
  filter: EventFilter;
  personName: string | undefined;
  dates: DateStyle;
  /** Whether there is anything to take along. */
  canExport: boolean;
};

/** What the filter leaves, in words with a way back from each; and the same as a file. */
export function ShownEvents({ filter, personName, dates, canExport }: ShownEventsProps) {
  const { kind, from, to } = filter;
  const parts = [
    ...(personName
      ? [{ text: `by or about ${personName}`, what: "person", without: { person: undefined } }]
      : []),
    ...(kind
      ? [{ text: `“${kindGroupLabels[kind]}”`, what: "kind", without: { kind: undefined } }]
      : []),
    ...(from || to
      ? [
          {
            text: daysText(from, to, dates),
            what: "days",
            without: { from: undefined, to: undefined },
          },
        ]
      : []),
  ];
  return (
    <Toolbar>
      {parts.length === 0 ? (
        <p>All events, newest first</p>
      ) : (
        <ul className="cluster" aria-label="Filter">
          {parts.map(({ text, what, without }) => (
            <li key={what} className="chip">
              <bdi>{text}</bdi>{" "}
              <TextLink href={auditHref({ ...filter, ...without })} aria-label={`Clear ${what}`}>
                Clear
              </TextLink>
            </li>
          ))}
          {parts.length > 1 && (
            <li>
              <TextLink href={AUDIT_PATH}>Clear all</TextLink>
            </li>
          )}
        </ul>
      )}
      {canExport && (
        <form
          className="cluster"
          method="post"
          action={auditHref(filter, `${AUDIT_PATH}/export`)}
          aria-label="Download these events"
        >
          <Button type="submit" name="format" value="csv" size="sm">
            Download CSV
          </Button>
          <Button type="submit" name="format" value="jsonl" size="sm">
            Download JSON Lines
          </Button>
        </form>
      )}
    </Toolbar>
  );
}

function daysText(from: string | undefined, to: string | undefined, dates: DateStyle): string {
  // A day of the calendar is the same day everywhere: no zone may move it.
  const text = (day: string) =>
    dateText(new Date(`${day}T12:00:00Z`), { ...dates, timeZone: "UTC" });
  if (from && from === to) return `on ${text(from)}`;
  return [...(from ? [`from ${text(from)}`] : []), ...(to ? [`to ${text(to)}`] : [])].join(" ");
}
