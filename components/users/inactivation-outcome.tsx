import { ChangedReductionText } from "#components/seats/changed-reduction-text";
import type { PlannedTransfer } from "#components/transfers/planned-transfer-view";
import { UndoText } from "#components/transfers/undo-text";
import { UndoTransferForm } from "#components/transfers/undo-transfer-form";
import { DescriptionList } from "#components/ui/description-list";
import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { ContactsOutcome } from "#components/users/contacts-outcome";
import { NextSteps } from "#components/users/next-steps";
import { usersTrail } from "#components/users/users-trail";
import type { EventData } from "#lib/audit/events";
import type { ChangedReduction } from "#lib/audit/spot-events";
import { clockText, type DateStyle, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { numberText, plural } from "#lib/plurals";
import type { RefusalCode } from "#lib/refusal";
import { describeRoom } from "#lib/seats/describe-room";
import { describeFinalStep, type OpenSpots } from "#lib/seats/final-step";
import type { UndoCounts } from "#lib/transfers/rules";

export type InactivationOutcomeProps = {
  user: { id: string; name: string; inactivatedAt: Date | null };
  /** As they are now. */
  openSpots: OpenSpots;
  outcome: {
    at: Date;
    by: string;
    data: EventData["user.inactivated"];
    /** The reassignment of the contacts, if they went to anybody. */
    transfer: {
      transfer: { id: string; undoneAt: Date | null };
      successors: { id: string; name: string; contacts: number | null }[];
      counts: UndoCounts;
      whyNot: RefusalCode | null;
    } | null;
    /** The same where a job prepares it, or did. */
    planned: Pick<PlannedTransfer, "id" | "state" | "endedAt" | "progress"> | null;
  } | null;
  dates: DateStyle;
  undoAction: FormAction;
  requestId: string;
};

/** What making this user inactive did, with times and counts, and what usually comes next. */
export function InactivationOutcome(props: InactivationOutcomeProps) {
  const { user, openSpots, outcome, dates } = props;
  const header = <PageHeader title={`${user.name} is inactive`} breadcrumb={usersTrail} />;
  if (!outcome) {
    const since = user.inactivatedAt ? ` since ${dateTimeText(user.inactivatedAt, dates)}` : "";
    return (
      <>
        {header}
        <Notice title={`Inactive${since}.`} />
      </>
    );
  }
  const { at, by, data, transfer } = outcome;
  return (
    <>
      {header}
      <Notice
        tone="ok"
        focus
        title={
          data.scheduledOn
            ? `${user.name} was made inactive on ${dateTimeText(at, dates)}, as ${by} scheduled on ${data.scheduledOn}.`
            : `${by} made ${user.name} inactive on ${dateTimeText(at, dates)}.`
        }
      />
      <Section title="What happened">
        <DescriptionList
          items={[
            {
              term: "Access",
              value: `${accessText(data, clockText(at, dates))} ${user.name} cannot sign in.`,
            },
            { term: "Contacts", value: <ContactsOutcome {...props} outcome={outcome} /> },
            {
              term: "User spot",
              value: data.newUser ? (
                <NewUser {...data.newUser} reduction={data.reduction} />
              ) : (
                `One opened: ${numberText(data.seatsUsed)} of ${plural(data.seatsTotal, "user spot")} were used then. The bill did not change by itself.`
              ),
            },
            {
              term: "History",
              value: `${plural(data.historyEntries, "entry", "entries")} by ${user.name} ${data.historyEntries === 1 ? "stays" : "stay"}, with author and time.`,
            },
            ...(data.reason ? [{ term: "Reason", value: data.reason }] : []),
          ]}
        />
      </Section>
      <NextSteps
        room={describeRoom(openSpots, dates)}
        finalStep={describeFinalStep(openSpots, dates)}
      >
        {transfer && !transfer.whyNot && (
          <div className="stack-tight">
            <p className="hint">
              If you change your mind:{" "}
              <UndoText counts={transfer.counts} name={user.name} isInactive />
            </p>
            <UndoTransferForm
              action={props.undoAction}
              transferId={transfer.transfer.id}
              requestId={props.requestId}
            />
          </div>
        )}
      </NextSteps>
    </>
  );
}

type NewUserProps = { id: string; name: string; reduction?: ChangedReduction };

function NewUser({ id, name, reduction }: NewUserProps) {
  return (
    <>
      <TextLink href={`/admin/users/${id}/edit`}>
        <bdi>{name}</bdi>
      </TextLink>{" "}
      was added in the same step and took it. A mail with a link to choose a password is on its way.
      {reduction && (
        <p className="mt-1">
          <ChangedReductionText {...reduction} />
        </p>
      )}
    </>
  );
}

function accessText(data: EventData["user.inactivated"], time: string): string {
  const links = data.linksEnded > 0 ? `, and ${plural(data.linksEnded, "open password link")}` : "";
  return data.sessionsEnded > 0
    ? `${plural(data.sessionsEnded, "sign-in")} ended at ${time}${links}.`
    : `No sign-in was open${links && `; ${plural(data.linksEnded, "password link")} ended`}. Access ended at ${time}.`;
}
