"use client";

import { useActionState } from "react";
import { PasswordField } from "#components/sessions/password-field";
import { TextField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError } from "#lib/form-state";

type ChoosePasswordFormProps = {
  action: FormAction;
  /** None where the link is of one of support. */
  accountId?: string;
  token: string;
};

export function ChoosePasswordForm({ action, accountId, token }: ChoosePasswordFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      {accountId && <input type="hidden" name="accountId" value={accountId} />}
      <input type="hidden" name="token" value={token} />
      <PasswordField label="Password" name="password" isNew error={fieldError(state, "password")} />
      <TextField
        label="Repeat the password"
        name="again"
        type="password"
        autoComplete="new-password"
        required
        error={fieldError(state, "again")}
      />
      <FormActions>
        <SubmitButton pendingLabel="Saving…">Set password</SubmitButton>
      </FormActions>
    </form>
  );
}
