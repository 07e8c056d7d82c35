import { DescriptionList } from "#components/ui/description-list";
import { Section } from "#components/ui/section";
import { type DateStyle, dateText } from "#lib/dates";
import { type Money, moneyText } from "#lib/money";
import { plural } from "#lib/plurals";

type Paid = {
  plan: string;
  interval: "month" | "year";
  currency: string;
  unitPrice: number;
  minimumSeats: number;
  status: "trial" | "active" | "past_due" | "ended";
  total: number;
  renewsAt: Date;
  cancelledAt: Date | null;
};

type WhatYouPayProps = {
  subscription: Paid;
  /** Of one period: as the spots are now, and as they will be from the renewal on. */
  bill: { now: Money; later: Money; laterTotal: number };
  dates: DateStyle;
};

/** The plan, the price, and what is paid until when. */
export function WhatYouPay({ subscription, bill, dates }: WhatYouPayProps) {
  const { plan, interval, currency, unitPrice, minimumSeats, total } = subscription;
  const price = moneyText({ amount: unitPrice, currency }, dates.locale);
  return (
    <Section title="What you pay">
      <DescriptionList
        items={[
          { term: "Plan", value: plan },
          ...(minimumSeats > 1
            ? [{ term: "At least", value: plural(minimumSeats, "user spot") }]
            : []),
          { term: "Price", value: `${price} a ${interval} for each user spot` },
          ...(subscription.status === "ended"
            ? []
            : [
                {
                  term: "Bill",
                  value: `${billText(bill.now, interval, dates)} for ${plural(total, "user spot")}`,
                },
              ]),
          { term: paidTerm(subscription), value: paidText(subscription, dates) },
          { term: "Next bill", value: nextBillText(subscription, bill, dates) },
        ]}
      />
    </Section>
  );
}

/** "$120.00 a month" */
export function billText(bill: Money, interval: "month" | "year", { locale }: DateStyle): string {
  return `${moneyText(bill, locale)} a ${interval}`;
}

/** Whether another period is billed when this one ends. */
export function goesOn({ status, cancelledAt }: Pick<Paid, "status" | "cancelledAt">): boolean {
  return !cancelledAt && (status === "active" || status === "trial");
}

function paidTerm({ status }: Paid): string {
  return status === "trial" ? "Trial until" : "Paid until";
}

function paidText({ status, renewsAt, cancelledAt }: Paid, dates: DateStyle): string {
  const day = dateText(renewsAt, dates);
  if (status === "ended") return "Nothing is paid for any more";
  if (status === "past_due") return "This period is not paid yet";
  if (cancelledAt) return `${day}, when the subscription ends`;
  return status === "trial" ? `${day}, at no cost` : `${day}, when it is renewed`;
}

function nextBillText(paid: Paid, bill: WhatYouPayProps["bill"], dates: DateStyle): string {
  if (paid.status === "past_due" && !paid.cancelledAt) return "None until the open invoice is paid";
  if (!goesOn(paid)) return "None";
  const sum = moneyText(bill.later, dates.locale);
  return `${sum} on ${dateText(paid.renewsAt, dates)}, for ${plural(bill.laterTotal, "user spot")}`;
}
