import { ReduceSeatsForm } from "#components/seats/reduce-seats-form";
import type { ReduceViewProps } from "#components/seats/reduce-view";
import { billOf, yearlyBillOf } from "#lib/billing/bill";
import { dateText } from "#lib/dates";
import { moneyText } from "#lib/money";
import { numberText, plural } from "#lib/plurals";
import { sentence } from "#lib/sentence";

type ConfirmReductionProps = ReduceViewProps & { total: number; changed: string | null };

/** Step 4: everything in one sentence, and the button. */
export function ConfirmReduction(props: ConfirmReductionProps) {
  const { subscription, latest, total, action, requestId, changed } = props;
  return (
    <ReduceSeatsForm
      action={action}
      requestId={requestId}
      total={total}
      seenTotal={subscription.total}
      scheduleId={subscription.schedule?.id}
      seen={latest.number}
      summary={summaryText(props)}
      changed={changed}
    />
  );
}

function summaryText({ subscription, accountName, dates, total }: ConfirmReductionProps): string {
  const { status, renewsAt, interval, currency, schedule, total: before } = subscription;
  const money = (amount: number) => moneyText({ amount, currency }, dates.locale);
  const when = status === "trial" ? "At once" : `From ${dateText(renewsAt, dates)} on`;
  const pays = status === "trial" ? "pays after the trial" : "pays";
  const saved = yearlyBillOf(subscription, before - total);
  const replaced = schedule
    ? sentence` It replaces the reduction to ${numberText(schedule.toTotal)} that ${schedule.by} scheduled.`
    : "";
  return (
    sentence`${when}, ${accountName} has ${plural(total, "user spot")} instead of ${numberText(before)} and ${pays} ` +
    `${money(billOf(subscription, total))} a ${interval} instead of ${money(billOf(subscription, before))}, ` +
    `which saves ${money(saved)} a year.${replaced}`
  );
}
