"use client";

import { useActionState } from "react";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { ReasonField } from "#components/users/reason-field";
import type { FormAction } from "#lib/form-state";

type WithdrawOwnerRequestFormProps = {
  action: FormAction;
  requestId: string;
  caseId: string;
  number: number;
};

/** Ends a case that is not needed any more; closed at first, as most stay. */
export function WithdrawOwnerRequestForm(props: WithdrawOwnerRequestFormProps) {
  const { action, requestId, caseId, number } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <details open={state.status !== "idle"}>
      <summary className="link">Withdraw case {number}</summary>
      <form key={requestId} action={submit} className="stack form-narrow">
        <FormNotice state={state} />
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="caseId" value={caseId} />
        <ReasonField
          state={state}
          must="required"
          hint="Everybody who was told of the case reads it. Kept in the account log."
        />
        <FormActions>
          <SubmitButton variant="secondary" pendingLabel="Withdrawing…">
            Withdraw it
          </SubmitButton>
        </FormActions>
      </form>
    </details>
  );
}
