import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { type DateStyle, dateTimeText } from "#lib/dates";
import { sentence } from "#lib/sentence";

export type CardChangeResultProps = {
  change: {
    holderName: string;
    last4: string;
    billingEmail: string;
    sentTo: string | null;
    expiresAt: Date;
    state: "unconfirmed" | "done" | "over";
  };
  dates: DateStyle;
};

/** What came of a change of the card, as it is by now. */
export function CardChangeResult({ change, dates }: CardChangeResultProps) {
  const { holderName, last4, billingEmail, sentTo, expiresAt, state } = change;
  const card = sentence`${holderName}’s card, which ends in ${last4}`;
  const back = <ButtonLink href="/admin/subscription">Back to the subscription</ButtonLink>;
  if (state === "unconfirmed") {
    return (
      <Notice tone="ok" focus={change} title={`A mail with a link went to ${sentTo}.`}>
        {card}, counts once the link is opened, before {dateTimeText(expiresAt, dates)}. Until then
        the card on file is charged.
      </Notice>
    );
  }
  if (state === "over") {
    return (
      <Notice tone="ok" focus={change} title={`The change to ${card}, has ended.`}>
        Its link works no more. The card on file stays as it is.
      </Notice>
    );
  }
  return (
    <Notice tone="ok" focus={change} title={`On file now: ${card}.`} actions={back}>
      Bills go to {billingEmail} from now on.
    </Notice>
  );
}
