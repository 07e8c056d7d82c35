import { CaseDetails } from "#components/owner-requests/case-details";
import { CaseSteps, type Step } from "#components/owner-requests/case-steps";
import { TakeOverOwnerRequestForm } from "#components/owner-requests/take-over-owner-request-form";
import { WithdrawOwnerRequestForm } from "#components/owner-requests/withdraw-owner-request-form";
import { Badge } from "#components/ui/badge";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { Section, Sheet } from "#components/ui/section";
import type { DateStyle } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { stateLabels } from "#lib/owner-requests/case-state";
import { type CaseFacts, caseObstacleText, caseStateText } from "#lib/owner-requests/state-text";

export type OpenCaseProps = {
  request: CaseFacts & {
    id: string;
    number: number;
    outcome: "carried_out" | "refused" | "withdrawn" | "expired" | null;
    reason: string;
    endReason: string;
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
  const { state } = request;
  const obstacle = caseObstacleText(request, props.supportEmail);
  return (
    <Sheet>
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
        <CaseDetails request={request} dates={dates} />
        {request.answer && (
          <p className="cluster">
            <ButtonLink href={request.answer.path}>
              {request.answer.canAgree ? "Agree or object" : "Object to it"}
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
      <Section title="Steps so far">
        <CaseSteps number={request.number} steps={request.steps} dates={dates} />
      </Section>
    </Sheet>
  );
}
