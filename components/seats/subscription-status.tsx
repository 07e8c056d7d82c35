import { CancelledStatus } from "#components/seats/cancelled-status";
import { EndedStatus } from "#components/seats/ended-status";
import { PastDueStatus } from "#components/seats/past-due-status";
import { TrialStatus } from "#components/seats/trial-status";
import { Notice } from "#components/ui/notice";
import { eventSentence } from "#lib/audit/event-sentence";
import type { DateStyle } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import type { SubscriptionFacts } from "#lib/seats/subscription-status";

export type StatusProps = { facts: SubscriptionFacts; dates: DateStyle };

type SubscriptionStatusProps = StatusProps & {
  resumeAction: FormAction;
  startAction: FormAction;
  requestId: string;
};

/** How the subscription stands, where that is anything but paid and going on, and the way on. */
export function SubscriptionStatus(props: SubscriptionStatusProps) {
  const { facts, dates, resumeAction, startAction, requestId } = props;
  const { status, cancelledAt, done } = facts;
  return (
    <>
      {done && <Notice tone="ok" focus title={eventSentence(done)} />}
      {status === "trial" && !cancelledAt && <TrialStatus facts={facts} dates={dates} />}
      {status === "past_due" && <PastDueStatus facts={facts} dates={dates} />}
      {status !== "ended" && cancelledAt && (
        <CancelledStatus {...{ facts, dates, requestId }} action={resumeAction} />
      )}
      {status === "ended" && <EndedStatus {...{ facts, dates, requestId }} action={startAction} />}
    </>
  );
}
