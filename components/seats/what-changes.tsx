import { BillTable } from "#components/seats/bill-table";
import type { ReduceViewProps } from "#components/seats/reduce-view";
import { ButtonLink } from "#components/ui/button";
import { DescriptionList } from "#components/ui/description-list";
import { FormActions } from "#components/ui/form-actions";
import { Notice } from "#components/ui/notice";
import { Section, Sheet } from "#components/ui/section";
import { Time } from "#components/ui/time";
import { billOf, yearlyBillOf } from "#lib/billing/bill";
import { dateText, exactText } from "#lib/dates";
import { moneyText } from "#lib/money";
import { plural } from "#lib/plurals";
import { reductionHref } from "#lib/seats/reduction-address";

type WhatChangesProps = Pick<ReduceViewProps, "subscription" | "latest" | "dates"> & {
  total: number;
};

/** Step 3: the bill before and after, from when on, and what stays as it is. */
export function WhatChanges({ subscription, latest, dates, total }: WhatChangesProps) {
  const { renewsAt, status, schedule, interval, currency, cancelledAt } = subscription;
  const isAtOnce = status === "trial";
  const day = dateText(renewsAt, dates);
  const fewer = subscription.total - total;
  const money = (amount: number) => moneyText({ amount, currency }, dates.locale);
  const to = { total, seen: latest.number };
  return (
    <>
      {schedule && (
        <Notice
          title={`This replaces the reduction to ${plural(schedule.toTotal, "user spot")} on ${dateText(schedule.effectiveAt, dates)}.`}
        >
          <bdi>{schedule.by}</bdi> scheduled it on {dateText(schedule.createdAt, dates)}. From then
          on you pay {money(billOf(subscription, total))} a {interval} instead of the{" "}
          {money(billOf(subscription, schedule.toTotal))} that it would have come to.
        </Notice>
      )}
      {cancelledAt && (
        <Notice title={`The subscription is cancelled and ends on ${day}.`}>
          Nothing is charged after that anyway. The new total counts if the subscription is resumed.
        </Notice>
      )}
      <Sheet>
        <Section title="What changes">
          <BillTable
            terms={subscription}
            used={subscription.used}
            before={subscription.total}
            after={total}
            heads={["Now", isAtOnce ? "At once" : `From ${day} on`]}
            dates={dates}
          />
        </Section>
        <Section title="When, and what it saves">
          <DescriptionList
            items={[
              {
                term: "Effective",
                value: isAtOnce ? (
                  "At once: during the trial nothing is paid yet"
                ) : (
                  <>
                    <Time iso={renewsAt.toISOString()} exact={exactText(renewsAt, dates)}>
                      {day}
                    </Time>
                    , when the subscription is renewed
                  </>
                ),
              },
              ...(interval === "month"
                ? [{ term: "Saved a month", value: money(billOf(subscription, fewer)) }]
                : []),
              { term: "Saved a year", value: money(yearlyBillOf(subscription, fewer)) },
            ]}
          />
        </Section>
        <Section title="What does not change">
          <ul className="list">
            {isAtOnce ? (
              <>
                <li>The trial goes on until {day}, at no cost.</li>
                <li>You can add user spots again at any time.</li>
              </>
            ) : (
              <>
                <li>This period is paid for until {day}: nothing of it is refunded.</li>
                <li>The open user spots can be used until then.</li>
                <li>Until then the change can be cancelled, under Update subscription.</li>
              </>
            )}
            <li>Nobody loses access: your active users keep their user spots.</li>
          </ul>
        </Section>
      </Sheet>
      <FormActions>
        <ButtonLink href={reductionHref(4, to)} variant="primary">
          Continue
        </ButtonLink>
        <ButtonLink href={reductionHref(2, to)}>Back</ButtonLink>
        <ButtonLink href="/admin/subscription" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </>
  );
}
