"use client";

import { useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { ReasonField } from "#components/users/reason-field";
import type { FormAction } from "#lib/form-state";

type ResetSecondStepFormProps = { action: FormAction; userId: string; requestId: string };

export function ResetSecondStepForm({ action, userId, requestId }: ResetSecondStepFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="requestId" value={requestId} />
      <ReasonField
        state={state}
        hint="Kept in the account log, such as: lost the phone, asked by telephone."
        must="required"
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
