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
  return (
    <StateNotice
      tone="warn"
      title={`The subscription ended on ${dateText(renewsAt, dates)}`}
      actions={
        whyNot.start === null ? (
          <StartSubscriptionForm
            action={action}
            requestId={requestId}
            amount={again.amount}
            price={moneyText(again, dates.locale)}
          />
        ) : (
          whyNot.start !== "not_owner" && (
            <ButtonLink href="/admin/subscription/card">Change card holder</ButtonLink>
          )
        )
      }
    >
      <p>
        {endedAs === "unpaid" ? "An invoice had not been paid." : "It had been cancelled."}{" "}
        Everything is still here: it can be read and exported, and users can be made inactive.
        Nothing else is added or changed, and nothing is charged.
      </p>
      <p>
        To start again from today until {dateText(again.until, dates)}, {plural(total, "user spot")}{" "}
        cost{total === 1 && "s"} {moneyText(again, dates.locale)}
        {used < total && ` (${numberText(used)} of them used)`}.{" "}
        <WayToStart facts={facts} dates={dates} />
      </p>
    </StateNotice>
  );
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
