"use client";

import { useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { TextAreaField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";

type ResetSecondStepFormProps = { action: FormAction; userId: string; requestId: string };

export function ResetSecondStepForm({ action, userId, requestId }: ResetSecondStepFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="requestId" value={requestId} />
      <TextAreaField
        label="Reason"
        name="reason"
        hint="Kept in the account log, such as: lost the phone, asked by telephone."
        rows={2}
        required
        defaultValue={fieldValue(state, "reason")}
        error={fieldError(state, "reason")}
      />
      <FormActions>
        <SubmitButton variant="danger" pendingLabel="Resetting…">
          Reset two-step sign-in
        </SubmitButton>
        <ButtonLink href="/admin/users" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
