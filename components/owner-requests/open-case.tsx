import { CaseSteps, type Step } from "#components/owner-requests/case-steps";
import { TakeOverOwnerRequestForm } from "#components/owner-requests/take-over-owner-request-form";
import { WithdrawOwnerRequestForm } from "#components/owner-requests/withdraw-owner-request-form";
import { Badge } from "#components/ui/badge";
import { ButtonLink } from "#components/ui/button";
import { DescriptionList } from "#components/ui/description-list";
import { Notice } from "#components/ui/notice";
import { Section } from "#components/ui/section";
import { type DateStyle, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { stateLabels } from "#lib/owner-requests/case-state";
import { type CaseFacts, caseObstacleText, caseStateText } from "#lib/owner-requests/state-text";

export type OpenCaseProps = {
  request: CaseFacts & {
    id: string;
    number: number;
    reason: string;
    expiresAt: Date;
    steps: Step[];
    answer: { path: string; canAgree: boolean } | null;
    canWithdraw: boolean;
    canTakeOver: boolean;
    inactivable: { name: string; email: string | null } | null;
  };
  requestId: string;
  dates: DateStyle;
  supportEmail: string;
  withdrawAction: FormAction;
  takeOverAction: FormAction;
};

/** An open case: how far it has come, what stands in its way, and what this admin can do about it. */
export function OpenCase(props: OpenCaseProps) {
  const { request, requestId, dates } = props;
  const { answer, state, objection, decision } = request;
  const obstacle = caseObstacleText(request, props.supportEmail);
  return (
    <Section
      title={`Case ${request.number}: ${request.userName ?? request.successorName}`}
      aside={<Badge tone={state === "objected" ? "warn" : "accent"}>{stateLabels[state]}</Badge>}
    >
      <p>{caseStateText(request, dates)}</p>
      {obstacle && (
        <Notice tone="warn" title={obstacle}>
          {request.canTakeOver && (
            <TakeOverOwnerRequestForm
              action={props.takeOverAction}
              requestId={requestId}
              caseId={request.id}
            />
          )}
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: "Asked for by", value: <bdi>{askedBy(request)}</bdi> },
          { term: "Reason", value: <Words>{request.reason}</Words> },
          ...(request.kind === "removal" && request.successorName
            ? [{ term: "Next Account Owner", value: <bdi>{request.successorName}</bdi> }]
            : []),
          ...(objection ? [{ term: "Objection", value: <Words>{objection}</Words> }] : []),
          ...(decision ? [{ term: "Decision", value: <Words>{decision}</Words> }] : []),
          { term: "Waiting time", value: waitText(request, dates) },
          { term: "Expires", value: dateTimeText(request.expiresAt, dates) },
        ]}
      />
      <CaseSteps number={request.number} steps={request.steps} dates={dates} />
      {answer && (
        <p className="cluster">
          <ButtonLink href={answer.path}>
            {answer.canAgree ? "Agree or object" : "Object to it"}
          </ButtonLink>
        </p>
      )}
      {request.canWithdraw && (
        <WithdrawOwnerRequestForm
          action={props.withdrawAction}
          requestId={requestId}
          caseId={request.id}
          number={request.number}
        />
      )}
    </Section>
  );
}

function Words({ children }: { children: string }) {
  return (
    <span className="text-lines" dir="auto">
      {children}
    </span>
  );
}

function askedBy({ capacity, requestedByName }: OpenCaseProps["request"]): string {
  if (capacity === "card_holder") return `${requestedByName}, the card holder`;
  return capacity === "lead" ? `${requestedByName} of support` : requestedByName;
}

function waitText({ agreedAt, waitsUntil, userName }: CaseFacts, dates: DateStyle) {
  if (agreedAt) {
    return (
      <>
        None: <bdi>{userName}</bdi> agreed
      </>
    );
  }
  return `until ${dateTimeText(waitsUntil, dates)}`;
}
