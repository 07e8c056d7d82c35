import { HelpLink } from "#components/help/help-link";
import { CancelSubscriptionForm } from "#components/seats/cancel-subscription-form";
import { spotsTrail } from "#components/seats/spots-trail";
import type { StatusProps } from "#components/seats/subscription-status";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { dateText, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { plural } from "#lib/plurals";
import { whyNotSentence } from "#lib/refusal";

type CancelSubscriptionViewProps = StatusProps & { action: FormAction; requestId: string };

/** What cancelling does and does not, before the password is asked; or who can. */
export function CancelSubscriptionView(props: CancelSubscriptionViewProps) {
  const { facts, dates, action, requestId } = props;
  const { status, renewsAt, total, owners, isOwner, whyNot } = facts;
  const end = dateText(renewsAt, dates);
  const cancelled = facts.cancelledAt && {
    by: facts.cancelledBy ?? undefined,
    at: dateTimeText(facts.cancelledAt, dates),
  };
  return (
    <>
      <PageHeader
        title="Cancel the subscription"
        aside={<HelpLink page="trial-and-payment">Trial, payment and the end</HelpLink>}
        breadcrumb={spotsTrail}
      />
      {whyNot.cancel ? (
        <Notice
          tone="warn"
          title={whyNotSentence(whyNot.cancel, { time: end, ...cancelled })}
          actions={<ButtonLink href="/admin/subscription">Back to the subscription</ButtonLink>}
        >
          {!isOwner && `Account Owners: ${owners}.`}
        </Notice>
      ) : (
        <>
          <Section title="What happens">
            <ul className="list">
              <li>
                {status === "trial" ? "The trial goes on" : "The subscription goes on"} until {end}{" "}
                with all of its {plural(total, "user spot")}. Then it ends, and nothing is charged
                any more.
                {status === "active" && " What is paid already is not paid back."}
              </li>
              <li>
                From then on everything stays readable: contacts, their history, users and the log.
                Exports work, and users can be made inactive. Nothing else is added or changed.
              </li>
              <li>
                Until {end} any Account Owner can resume it: {owners}. After that an Account Owner
                can start it again.
              </li>
              <li>All admins and the card holder are told by e-mail.</li>
            </ul>
          </Section>
          <CancelSubscriptionForm action={action} requestId={requestId} />
        </>
      )}
    </>
  );
}
