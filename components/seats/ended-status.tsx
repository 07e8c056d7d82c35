import { StartSubscriptionForm } from "#components/seats/start-subscription-form";
import { StateNotice } from "#components/seats/state-notice";
import type { StatusProps } from "#components/seats/subscription-status";
import { ButtonLink } from "#components/ui/button";
import { dateText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { moneyText } from "#lib/money";
import { numberText, plural } from "#lib/plurals";
import { invoicesText } from "#lib/seats/invoices-text";

type EndedStatusProps = StatusProps & { action: FormAction; requestId: string };

/** Since when and why, what still works, and what it costs to start again. */
export function EndedStatus({ facts, dates, action, requestId }: EndedStatusProps) {
  const { renewsAt, endedAs, again, total, used, whyNot } = facts;
  const money = (amount: number) => moneyText({ amount, currency: again.currency }, dates.locale);
  return (
    <StateNotice
      tone="warn"
      title={`The subscription ended on ${dateText(renewsAt, dates)}`}
      actions={
        whyNot.start === null
          ? again.offers.map(({ seats, amount }, index) => (
              <StartSubscriptionForm
                key={seats}
                action={action}
                requestId={requestId}
                total={seats}
                amount={amount}
                label={`Start again with ${plural(seats, "user spot")} for ${money(amount)}`}
                isFirst={index === 0}
              />
            ))
          : whyNot.start !== "not_owner" && (
              <ButtonLink href="/admin/subscription/card">Change card holder</ButtonLink>
            )
      }
    >
      <p>
        {endedAs === "unpaid" ? "An invoice had not been paid." : "It had been cancelled."}{" "}
        Everything is still here: it can be read and exported, and users can be made inactive.
        Nothing else is added or changed, and nothing is charged.
      </p>
      <p>
        To start again from today until {dateText(again.until, dates)},{" "}
        {offersText(again.offers, money)}.{" "}
        {used < total && `${numberText(used)} of ${numberText(total)} are used. `}
        <WayToStart facts={facts} dates={dates} />
      </p>
    </StateNotice>
  );
}

/** "8 user spots cost $120.00, 9 user spots $135.00" */
function offersText(
  offers: { seats: number; amount: number }[],
  money: (amount: number) => string,
): string {
  return offers
    .map(({ seats, amount }, index) => {
      const costs = seats === 1 ? "costs " : "cost ";
      return `${plural(seats, "user spot")} ${index === 0 ? costs : ""}${money(amount)}`;
    })
    .join(", ");
}

function WayToStart({ facts, dates }: StatusProps) {
  const { open, owners, cardLast4, whyNot } = facts;
  switch (whyNot.start) {
    case null:
      return `It is charged at once to the card on file, which ends in ${cardLast4}.`;
    case "payment_due":
      return `${invoicesText(open, dates.locale)} still open and paid first: it is charged once there is another card.`;
    case "no_card":
      return "There is no card on file yet.";
    default:
      return `An Account Owner can do so: ${owners}.`;
  }
}
