import type { CaseContent } from "#components/support/case-view-props";
import { Moment } from "#components/support/moment";
import { Section } from "#components/ui/section";
import { Timeline, TimelineEntry } from "#components/ui/timeline";

export function CaseNotes({ notes, dates }: Pick<CaseContent, "notes" | "dates">) {
  return (
    <Section title="Notes" aside="for support alone">
      {notes.length === 0 ? (
        <p className="muted">None yet.</p>
      ) : (
        <Timeline label="Notes">
          {notes.map(({ id, at, by, body }) => (
            <TimelineEntry key={id} title={by} meta={<Moment at={at} dates={dates} />}>
              {body}
            </TimelineEntry>
          ))}
        </Timeline>
      )}
    </Section>
  );
}
