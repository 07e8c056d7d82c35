import { Time } from "#components/ui/time";
import { Timeline, TimelineEntry } from "#components/ui/timeline";
import { eventSentence } from "#lib/audit/event-sentence";
import type { AuditEvent } from "#lib/audit/events";
import { type DateStyle, dateTimeText, exactText } from "#lib/dates";

export type Step = AuditEvent;

type CaseStepsProps = { number: number; steps: Step[]; dates: DateStyle };

/** Everything that was done in a case, in order, with the names of support's people. */
export function CaseSteps({ number, steps, dates }: CaseStepsProps) {
  return (
    <div>
      <Timeline label={`Steps of case ${number}`}>
        {steps.map((step) => (
          <TimelineEntry
            key={step.id}
            title={eventSentence(step)}
            meta={
              <Time iso={step.at.toISOString()} exact={exactText(step.at, dates)}>
                {dateTimeText(step.at, dates)}
              </Time>
            }
          />
        ))}
      </Timeline>
    </div>
  );
}
