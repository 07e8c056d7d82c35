import type { ReduceViewProps } from "#components/seats/reduce-view";
import type { StepTo } from "#components/seats/reduction-steps";
import { SeatMeter } from "#components/seats/seat-meter";
import { WhoLeft } from "#components/seats/who-left";
import { ButtonLink } from "#components/ui/button";
import { DescriptionList } from "#components/ui/description-list";
import { FormActions } from "#components/ui/form-actions";
import { TextLink } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { billOf } from "#lib/billing/bill";
import { dateText } from "#lib/dates";
import { moneyText } from "#lib/money";
import { plural } from "#lib/plurals";
import { reductionHref } from "#lib/seats/reduction-address";

type YourUserSpotsProps = ReduceViewProps & {
  /** Null where there is no next step. */
  to: StepTo | null;
};

/** Step 1: what is paid for, what of it is used, and whose leaving opened the rest. */
export function YourUserSpots(props: YourUserSpotsProps) {
  const { subscription, dates, to } = props;
  const { total, used, schedule, status, interval, currency } = subscription;
  const open = total - used;
  const isPaid = status === "active" || status === "past_due";
  const spots = (seats: number) => {
    if (status === "ended") return plural(seats, "user spot");
    const bill = moneyText({ amount: billOf(subscription, seats), currency }, dates.locale);
    return `${plural(seats, "user spot")}: ${bill} a ${interval}${isPaid ? "" : ", once the trial is over"}`;
  };
  return (
    <>
      <Section title="Your user spots">
        <SeatMeter total={total} used={used} scheduled={null} dates={dates} />
        <DescriptionList
          items={[
            {
              term: isPaid ? "Paid for" : "Yours",
              value: spots(total),
            },
            {
              term: "Used",
              value: (
                <TextLink href="/admin/users?status=active">{plural(used, "active user")}</TextLink>
              ),
            },
            {
              term: "Open",
              value: open > 0 ? spots(open) : "None",
            },
            ...(schedule
              ? [
                  {
                    term: "Scheduled",
                    value: (
                      <>
                        {plural(schedule.toTotal, "user spot")} from{" "}
                        {dateText(schedule.effectiveAt, dates)} on, by <bdi>{schedule.by}</bdi>.{" "}
                        <TextLink href="/admin/subscription">See the scheduled change</TextLink>
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <WhoLeft {...props} />
      {to && (
        <FormActions>
          <ButtonLink href={reductionHref(2, to)} variant="primary">
            Continue
          </ButtonLink>
          <ButtonLink href="/admin/subscription" variant="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      )}
    </>
  );
}
