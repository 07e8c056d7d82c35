"use client";

import { useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError } from "#lib/form-state";

type MakeOwnerFormProps = { action: FormAction; userId: string; requestId: string };

export function MakeOwnerForm({ action, userId, requestId }: MakeOwnerFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack form-narrow">
      <FormNotice state={state} />
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="requestId" value={requestId} />
      <TextField
        label="Your password"
        name="password"
        type="password"
        autoComplete="current-password"
        hint="Asked again, because nobody in your account can take this back."
        required
        error={fieldError(state, "password")}
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
