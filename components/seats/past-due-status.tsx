import { StateNotice } from "#components/seats/state-notice";
import type { StatusProps } from "#components/seats/subscription-status";
import { ButtonLink } from "#components/ui/button";
import { dateText, dateTimeText } from "#lib/dates";
import { invoicesText } from "#lib/seats/invoices-text";

/** What is owed, what that means from when on, and how it is paid. */
export function PastDueStatus({ facts, dates }: StatusProps) {
  const { open, cardLast4, readOnlyAt, isReadOnly, renewsAt } = facts;
  const from = readOnlyAt ?? renewsAt;
  return (
    <StateNotice
      tone={isReadOnly ? "danger" : "warn"}
      title={
        isReadOnly
          ? `Read-only since ${dateText(from, dates)}`
          : `Payment due: read-only from ${dateText(from, dates)}`
      }
      actions={<ButtonLink href="/admin/subscription/card">Change card holder</ButtonLink>}
    >
      <p>
        {invoicesText(open, dates.locale)} not paid:{" "}
        {cardLast4 === null
          ? "there is no card on file."
          : `the card on file, which ends in ${cardLast4}, could not be charged.`}{" "}
        What is owed is charged to the next card on file at once.
      </p>
      <p>
        {isReadOnly
          ? "Until then everything can be read and exported, and users can still be made inactive, but nothing else is added or changed."
          : `Everything works until ${dateTimeText(from, dates)}. From then on the account can only be read, until it is paid.`}{" "}
        If it is not paid by {dateText(renewsAt, dates)}, the subscription ends.
      </p>
    </StateNotice>
  );
}
