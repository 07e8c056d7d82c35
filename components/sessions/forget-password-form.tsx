"use client";

import { useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";

/** The answer is the same for every address: it tells nobody who has a user here. */
export function ForgetPasswordForm({ action }: { action: FormAction }) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <TextField
        label="E-mail"
        name="email"
        inputMode="email"
        autoComplete="username"
        hint="The one you sign in with. A mail with a link for a new password goes there."
        required
        defaultValue={fieldValue(state, "email")}
        error={fieldError(state, "email")}
      />
      <FormActions>
        <SubmitButton pendingLabel="Asking…">Send me a link</SubmitButton>
        <ButtonLink href="/sign-in" variant="quiet">
          Back to sign in
        </ButtonLink>
      </FormActions>
    </form>
  );
}
