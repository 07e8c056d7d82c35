import { Section } from "#components/ui/section";
import { Time } from "#components/ui/time";
import { EmailChangeForm } from "#components/users/email-change-form";
import { type DateStyle, dateTimeText, exactText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";

export type EmailChangeStatusProps = {
  change: {
    id: string;
    toEmail: string;
    requestedByName: string | null;
    createdAt: Date;
    expiresAt: Date;
    confirmedAt: Date | null;
    needsAgreement: boolean;
    agreedAt: Date | null;
  };
  userId: string;
  requestId: string;
  canEnd: boolean;
  canAgree: boolean;
  dates: DateStyle;
  endAction: FormAction;
  agreeAction: FormAction;
};

/** A new e-mail on its way: what it still waits for, and how to stop it or agree to it. */
export function EmailChangeStatus(props: EmailChangeStatusProps) {
  const { change, userId, requestId, canEnd, canAgree, dates, endAction, agreeAction } = props;
  const mustAgree = change.needsAgreement && !change.agreedAt;
  return (
    <Section title="New e-mail on its way" aside={<bdi>{change.toEmail}</bdi>}>
      <p>
        <bdi>{change.requestedByName}</bdi> entered it on{" "}
        <Time iso={change.createdAt.toISOString()} exact={exactText(change.createdAt, dates)}>
          {dateTimeText(change.createdAt, dates)}
        </Time>
        . It counts once:
      </p>
      <ul className="list">
        <li>
          {change.confirmedAt
            ? `The new address was confirmed on ${dateTimeText(change.confirmedAt, dates)}.`
            : `The link sent to the new address is opened, before ${dateTimeText(change.expiresAt, dates)}.`}
        </li>
        {change.needsAgreement && (
          <li>
            {change.agreedAt
              ? `It was agreed to on ${dateTimeText(change.agreedAt, dates)}.`
              : "The old address or an Account Owner agrees, because this user is an admin."}
          </li>
        )}
      </ul>
      <div className="cluster">
        {mustAgree && canAgree && (
          <EmailChangeForm
            action={agreeAction}
            ids={{ requestId, userId, changeId: change.id }}
            label="Agree to the new e-mail"
            pendingLabel="Agreeing…"
          />
        )}
        {canEnd && (
          <EmailChangeForm
            action={endAction}
            ids={{ requestId, userId, changeId: change.id }}
            label="Cancel the change"
            pendingLabel="Cancelling…"
          />
        )}
      </div>
    </Section>
  );
}
