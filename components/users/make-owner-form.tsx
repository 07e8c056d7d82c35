"use client";

import { useActionState } from "react";
import { OwnPasswordField } from "#components/sessions/own-password-field";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type MakeOwnerFormProps = { action: FormAction; userId: string; requestId: string };

export function MakeOwnerForm({ action, userId, requestId }: MakeOwnerFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack form-narrow">
      <FormNotice state={state} />
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="requestId" value={requestId} />
      <OwnPasswordField
        state={state}
        hint="Asked again, because nobody in your account can take this back."
      />
      <FormActions>
        <SubmitButton pendingLabel="Making an Account Owner…">Make Account Owner</SubmitButton>
        <ButtonLink href={`/admin/users/${userId}/edit`} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
