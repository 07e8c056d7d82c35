import type { ReactNode } from "react";
import { Time } from "#components/ui/time";
import { prorate } from "#lib/billing/prorate";
import { type DateStyle, dateText, exactText } from "#lib/dates";
import { moneyText } from "#lib/money";
import { numberText, plural } from "#lib/plurals";
import type { AddSeatsPage } from "#lib/seats/add-seats-page";

type Subscription = AddSeatsPage["subscription"];
type Offer = NonNullable<AddSeatsPage["offer"]>;
type Item = { term: string; value: ReactNode };

/** What is charged today and to whom, and what each period costs from the renewal on. */
export function seatPriceItems(subscription: Subscription, offer: Offer, dates: DateStyle): Item[] {
  const { total, used, cardLast4, cardHolderName } = subscription;
  return [
    { term: "To pay now", value: <PayNow {...{ subscription, offer, dates }} /> },
    ...(offer.price && cardLast4
      ? [{ term: "Charged to", value: cardText(cardHolderName, cardLast4) }]
      : []),
    {
      term: "User spots",
      value: `${numberText(offer.total)} instead of ${numberText(total)} at once, ${numberText(offer.total - used)} of them open`,
    },
    { term: "Bill", value: <Bill {...{ subscription, offer, dates }} /> },
  ];
}

/** How many spots there are from the renewal on, and each period's bill: with the reduction or without. */
export function totalsAfter(subscription: Subscription, offer: Offer, dates: DateStyle) {
  const { schedule, used, cancelledAt } = subscription;
  const target = Math.max(schedule?.toTotal ?? 0, used);
  const day = dateText(schedule?.effectiveAt ?? subscription.renewsAt, dates);
  const resumed = cancelledAt ? ", if the subscription is resumed" : "";
  const after = (spots: number) => ({
    spots,
    bill: `${billText(subscription, spots, dates)} from ${day} on${resumed}.`,
  });
  return { day, target: after(target), raised: after(offer.total) };
}

function PayNow({ subscription, offer, dates }: PriceProps) {
  if (!offer.price) return <strong>Nothing during the trial</strong>;
  const { unitPrice, currency } = subscription;
  const { amount, days, ofDays } = offer.price;
  const none = { seatDays: 0, amount: 0 };
  const alone = prorate(unitPrice, { days: ofDays }, none, { seats: offer.more, days });
  const money = (sum: number) => moneyText({ amount: sum, currency }, dates.locale);
  return (
    <>
      {plural(offer.more, "user spot")} × {money(unitPrice)} for {numberText(days)} of{" "}
      {plural(ofDays, "day")} = <strong>{money(amount)}</strong>
      {amount !== alone && ", rounded together with what was charged before in this period"}
    </>
  );
}

type PriceProps = { subscription: Subscription; offer: Offer; dates: DateStyle };

function Bill({ subscription, offer, dates }: PriceProps) {
  const { total, used, status, cancelledAt, schedule, renewsAt, cardLast4 } = subscription;
  const day = (
    <Time iso={renewsAt.toISOString()} exact={exactText(renewsAt, dates)}>
      {dateText(renewsAt, dates)}
    </Time>
  );
  if (cancelledAt) return <>None: the subscription is cancelled and ends on {day}</>;
  const bill = (spots: number) => billText(subscription, spots, dates);
  const before = schedule ? Math.max(schedule.toTotal, used) : total;
  return (
    <>
      {status === "trial" ? "When the trial ends on " : "From the renewal on "}
      {day}:{" "}
      {schedule
        ? `${bill(before)} for ${plural(before, "user spot")}, as scheduled, or ${bill(offer.total)} for ${numberText(offer.total)} without the reduction.`
        : `${bill(offer.total)} for ${plural(offer.total, "user spot")}, instead of ${bill(before)} for ${numberText(before)}.`}
      {status === "trial" && !cardLast4 && " There is no card on file yet to charge it to."}
    </>
  );
}

function billText(
  { unitPrice, currency, interval }: Subscription,
  spots: number,
  dates: DateStyle,
) {
  return `${moneyText({ amount: unitPrice * spots, currency }, dates.locale)} per ${interval}`;
}

function cardText(holder: string | null, last4: string): ReactNode {
  return (
    <>
      {holder ? (
        <>
          <bdi>{holder}</bdi>’s card
        </>
      ) : (
        "The card on file"
      )}
      , which ends in {last4}
    </>
  );
}
