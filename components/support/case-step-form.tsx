import { AskCardHolderForm } from "#components/support/ask-card-holder-form";
import { AssignCaseForm } from "#components/support/assign-case-form";
import { CarryOutCaseForm } from "#components/support/carry-out-case-form";
import type { CaseContent, CaseForms } from "#components/support/case-view-props";
import { DecideObjectionForm } from "#components/support/decide-objection-form";
import { NameSuccessorForm } from "#components/support/name-successor-form";
import { NoteCallbackForm } from "#components/support/note-callback-form";
import { NoteInCaseForm } from "#components/support/note-in-case-form";
import { RefuseCaseForm } from "#components/support/refuse-case-form";
import { ReopenCaseForm } from "#components/support/reopen-case-form";
import { VerifyCaseForm } from "#components/support/verify-case-form";
import { WithdrawCaseForm } from "#components/support/withdraw-case-form";
import type { CaseStep } from "#lib/support/rules";

type CaseStepFormProps = CaseContent & CaseForms & { step: CaseStep; formId: string };

/** The form of one step, with what it needs of the case. */
export function CaseStepForm(props: CaseStepFormProps) {
  const { step, formId, request, successors, agents, agentId } = props;
  const form = { action: props.actions[step], formId, caseNumber: request.number };
  const isVerified = request.verifiedAt !== null;
  switch (step) {
    case "verify":
      return <VerifyCaseForm {...form} />;
    case "carry_out":
      return (
        <CarryOutCaseForm
          {...form}
          kind={request.kind}
          name={request.userName ?? request.successorName ?? ""}
          newOwner={request.activeOwners === 1 ? request.successorName : null}
        />
      );
    case "decide":
      return <DecideObjectionForm {...form} objectedAt={request.objectedAt?.toISOString() ?? ""} />;
    case "ask_card_holder":
      return <AskCardHolderForm {...form} capacity={request.capacity} isVerified={isVerified} />;
    case "note_callback":
      return <NoteCallbackForm {...form} callbackNumber={request.callbackNumber ?? ""} />;
    case "name_successor":
      return (
        <NameSuccessorForm {...form} successors={successors} successorId={request.successorId} />
      );
    case "assign":
      return (
        <AssignCaseForm
          {...form}
          agents={agents}
          agentId={agentId}
          assignedTo={request.assignedTo}
        />
      );
    case "note":
      return <NoteInCaseForm {...form} />;
    case "refuse":
      return <RefuseCaseForm {...form} />;
    case "withdraw":
      return <WithdrawCaseForm {...form} />;
    case "reopen":
      return <ReopenCaseForm {...form} />;
  }
}
