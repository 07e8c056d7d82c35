import { EndCardChangeForm } from "#components/cards/end-card-change-form";
import { DescriptionList } from "#components/ui/description-list";
import { EmailText } from "#components/ui/email-text";
import { Section } from "#components/ui/section";
import { Time } from "#components/ui/time";
import { type DateStyle, dateTimeText, exactText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";

export type CardChangeStatusProps = {
  change: {
    id: string;
    holderName: string;
    last4: string;
    billingEmail: string;
    requestedByName: string;
    createdAt: Date;
    expiresAt: Date;
    sentTo: string | null;
  };
  dates: DateStyle;
  requestId: string;
  endAction: FormAction;
};

/** Another card that waits to be confirmed: by whom, where, until when, and how to stop it. */
export function CardChangeStatus({ change, dates, requestId, endAction }: CardChangeStatusProps) {
  const timeOf = (at: Date) => (
    <Time iso={at.toISOString()} exact={exactText(at, dates)}>
      {dateTimeText(at, dates)}
    </Time>
  );
  return (
    <Section title="Change under way">
      <DescriptionList
        items={[
          { term: "New card holder", value: <bdi>{change.holderName}</bdi> },
          { term: "Card", value: `ends in ${change.last4}` },
          { term: "Billing e-mail", value: <EmailText address={change.billingEmail} /> },
          {
            term: "Asked for",
            value: (
              <>
                by <bdi>{change.requestedByName}</bdi> on {timeOf(change.createdAt)}
              </>
            ),
          },
          {
            term: "Waits for",
            value: (
              <>
                the link sent to <EmailText address={change.sentTo ?? ""} /> to be opened, before{" "}
                {timeOf(change.expiresAt)}
              </>
            ),
          },
        ]}
      />
      <EndCardChangeForm action={endAction} requestId={requestId} changeId={change.id} />
    </Section>
  );
}
