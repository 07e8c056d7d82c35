import type { CaseContent } from "#components/support/case-view-props";
import { Moment } from "#components/support/moment";
import { Section } from "#components/ui/section";
import { eventSentence } from "#lib/audit/event-sentence";

/** What the account's own log tells of the case. */
export function CaseSteps({ events, dates }: Pick<CaseContent, "events" | "dates">) {
  return (
    <Section title="Steps so far" aside="as the account sees them">
      {events.length === 0 ? (
        <p className="muted">None yet.</p>
      ) : (
        <ol className="case-steps" aria-label="Steps so far">
          {events.map((event) => (
            <li key={event.id}>
              <Moment at={event.at} dates={dates} /> <p>{eventSentence(event)}</p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
