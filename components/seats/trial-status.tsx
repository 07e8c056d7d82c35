import { StateNotice } from "#components/seats/state-notice";
import type { StatusProps } from "#components/seats/subscription-status";
import { ButtonLink } from "#components/ui/button";
import { dateText } from "#lib/dates";
import { moneyText } from "#lib/money";
import { plural } from "#lib/plurals";

/** Until when nothing is charged, and what is then. */
export function TrialStatus({ facts, dates }: StatusProps) {
  const { renewsAt, renewal, interval, cardLast4 } = facts;
  const until = dateText(renewsAt, dates);
  const cost = renewal.seats === 1 ? "costs" : "cost";
  return (
    <StateNotice
      tone="info"
      title={`On trial until ${until}`}
      actions={
        cardLast4 === null && (
          <ButtonLink href="/admin/subscription/card">Change card holder</ButtonLink>
        )
      }
    >
      <p>
        Nothing is charged until then. Then {plural(renewal.seats, "user spot")} {cost}{" "}
        {moneyText(renewal, dates.locale)} a {interval}.
      </p>
      <p>
        {cardLast4 === null
          ? "No card is on file yet. Without one the first invoice stays open, and two weeks later the account can only be read."
          : `It is charged to the card on file, which ends in ${cardLast4}.`}
      </p>
    </StateNotice>
  );
}
