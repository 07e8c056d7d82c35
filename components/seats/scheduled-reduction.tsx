import { CancelReductionForm } from "#components/seats/cancel-reduction-form";
import { billText, goesOn } from "#components/seats/what-you-pay";
import { type DateStyle, dateText, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import type { Money } from "#lib/money";
import { numberText, plural } from "#lib/plurals";
import type { RefusalCode } from "#lib/refusal";
import { sentence } from "#lib/sentence";

type ScheduledReductionProps = {
  subscription: {
    total: number;
    used: number;
    interval: "month" | "year";
    status: "trial" | "active" | "past_due" | "ended";
    cancelledAt: Date | null;
    schedule: {
      id: string;
      toTotal: number;
      effectiveAt: Date;
      createdAt: Date;
      by: string;
    } | null;
  };
  bill: { now: Money; later: Money; laterTotal: number };
  whyNot: RefusalCode | null;
  dates: DateStyle;
  action: FormAction;
  requestId: string;
};

/** "10 → 8 user spots on 1 Dec 2026, scheduled by …", what that means, and the way to cancel it. */
export function ScheduledReduction(props: ScheduledReductionProps) {
  const { subscription, bill, whyNot, dates, action, requestId } = props;
  const { total, interval, schedule } = subscription;
  const isShort = schedule && bill.laterTotal > schedule.toTotal;
  return (
    <CancelReductionForm
      action={action}
      requestId={requestId}
      scheduleId={schedule && !whyNot ? schedule.id : null}
      title={
        schedule &&
        sentence`${numberText(total)} → ${plural(schedule.toTotal, "user spot")} on ${dateText(schedule.effectiveAt, dates)}, scheduled by ${schedule.by}`
      }
    >
      {schedule && (
        <>
          <p>
            Scheduled on {dateTimeText(schedule.createdAt, dates)}. Until then all{" "}
            {numberText(total)} stay yours.
            {goesOn(subscription) &&
              ` The bill goes from ${billText(bill.now, interval, dates)} to ${billText(bill.later, interval, dates)}.`}
          </p>
          {isShort && (
            <p>
              As it is now, {plural(bill.laterTotal, "user spot")} would be left rather than{" "}
              {numberText(schedule.toTotal)}, because {numberText(subscription.used)} are used.
            </p>
          )}
        </>
      )}
    </CancelReductionForm>
  );
}
