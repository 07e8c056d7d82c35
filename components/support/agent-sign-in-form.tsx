"use client";

import { useActionState } from "react";
import { TextField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";

/** The first step into the console; a code follows, always. */
export function AgentSignInForm({ action, next }: { action: FormAction; next: string }) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="next" value={next} />
      <TextField
        label="E-mail"
        name="email"
        inputMode="email"
        autoComplete="username"
        required
        defaultValue={fieldValue(state, "email")}
        error={fieldError(state, "email")}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={fieldError(state, "password")}
      />
      <FormActions>
        <SubmitButton pendingLabel="Checking…">Go on to the code</SubmitButton>
      </FormActions>
    </form>
  );
}
