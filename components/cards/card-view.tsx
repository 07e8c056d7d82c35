import { CardChangeResult, type CardChangeResultProps } from "#components/cards/card-change-result";
import { CardChangeStatus, type CardChangeStatusProps } from "#components/cards/card-change-status";
import { ChangeCardHolderForm } from "#components/cards/change-card-holder-form";
import { type Owed, OwedNotice } from "#components/cards/owed-notice";
import { RequestCardChangeForm } from "#components/cards/request-card-change-form";
import { HelpLink } from "#components/help/help-link";
import { spotsTrail } from "#components/seats/spots-trail";
import { DescriptionList } from "#components/ui/description-list";
import { EmailText } from "#components/ui/email-text";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/form-state";
import { type RefusalCode, whyNotSentence } from "#lib/refusal";

type CardViewProps = {
  card: {
    holderName: string | null;
    last4: string | null;
    billingEmail: string | null;
    /** Which user the holder is, if any. */
    holderUser: { id: string; name: string } | null;
  };
  change: CardChangeStatusProps["change"] | null;
  /** What was just asked for, changed or cancelled. */
  done: CardChangeResultProps["change"] | null;
  owed: Owed[];
  isOwner: boolean;
  whyNot: RefusalCode | null;
  requestId: string;
  changeAction: FormAction;
  requestAction: FormAction;
} & Pick<CardChangeStatusProps, "dates" | "endAction">;

/** Who pays, and how that changes: at once by an Owner, else once the present payer confirms it. */
export function CardView(props: CardViewProps) {
  const { card, change, done, owed, isOwner, whyNot, requestId, dates } = props;
  return (
    <>
      <PageHeader
        title="Change card holder"
        aside={<HelpLink page="the-card-holder">The card holder</HelpLink>}
        breadcrumb={spotsTrail}
      />
      {done && <CardChangeResult change={done} dates={dates} />}
      <Section title="Card on file">
        <DescriptionList
          items={[
            { term: "Card holder", value: <Holder {...card} /> },
            { term: "Card", value: card.last4 ? `ends in ${card.last4}` : "None yet" },
            {
              term: "Billing e-mail",
              value: card.billingEmail ? <EmailText address={card.billingEmail} /> : "None yet",
            },
          ]}
        />
      </Section>
      {change && (
        <CardChangeStatus
          change={change}
          dates={dates}
          requestId={requestId}
          endAction={props.endAction}
        />
      )}
      {whyNot ? (
        <Notice tone="warn" title={whyNotSentence(whyNot)} />
      ) : (
        <Section title="Another card">
          <p>
            {isOwner
              ? "You are an Account Owner, so it counts at once. Where bills go now, where they go then, and all Account Owners are told by e-mail."
              : `It counts once the link in a mail to ${card.billingEmail} is opened. An Account Owner can change the card at once.`}
          </p>
          <OwedNotice owed={owed} />
          {change && (
            <p>The change under way ends when you {isOwner ? "make" : "ask for"} another one.</p>
          )}
          {isOwner ? (
            <ChangeCardHolderForm action={props.changeAction} requestId={requestId} />
          ) : (
            <RequestCardChangeForm action={props.requestAction} requestId={requestId} />
          )}
        </Section>
      )}
    </>
  );
}

function Holder({ holderName, holderUser }: CardViewProps["card"]) {
  if (!holderName) return "None yet";
  return (
    <>
      <bdi>{holderName}</bdi>
      {holderUser && (
        <>
          , who is the user <bdi>{holderUser.name}</bdi>
        </>
      )}
    </>
  );
}
