"use client";

import { useActionState } from "react";
import { CodeField } from "#components/second-steps/code-field";
import { OwnPasswordField } from "#components/sessions/own-password-field";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError } from "#lib/form-state";

export function TurnOffSecondStepForm({
  action,
  requestId,
}: {
  action: FormAction;
  requestId: string;
}) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <OwnPasswordField state={state} />
      <CodeField takes="either" error={fieldError(state, "code")} />
      <FormActions>
        <SubmitButton variant="danger" pendingLabel="Turning off…">
          Turn off
        </SubmitButton>
        <ButtonLink href="/sign-ins/two-step" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
