"use client";

import { useActionState } from "react";
import { PasswordField } from "#components/sessions/password-field";
import { ButtonLink } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError } from "#lib/form-state";

type ChangePasswordFormProps = { action: FormAction; email: string; requestId: string };

export function ChangePasswordForm({ action, email, requestId }: ChangePasswordFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack form-narrow">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      {/* For the password manager, which asks whose password it is. */}
      <input
        type="text"
        className="sr-only"
        name="email"
        autoComplete="username"
        defaultValue={email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <PasswordField label="Present password" name="current" error={fieldError(state, "current")} />
      <PasswordField
        label="New password"
        name="password"
        isNew
        error={fieldError(state, "password")}
      />
      <TextField
        label="Repeat the new password"
        name="again"
        type="password"
        autoComplete="new-password"
        required
        error={fieldError(state, "again")}
      />
      <FormActions>
        <SubmitButton pendingLabel="Changing…">Change password</SubmitButton>
        <ButtonLink href="/sign-ins" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
