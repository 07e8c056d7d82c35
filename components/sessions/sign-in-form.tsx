"use client";

import { useActionState } from "react";
import { ChooseAccountForm } from "#components/sessions/choose-account-form";
import { TextField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { TextLink } from "#components/ui/link";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";

type Done = {
  choices: { accountId: string; accountName: string }[];
  ticket: string;
};
type SignInFormProps = {
  signIn: FormAction<Done>;
  chooseAccount: FormAction;
  /** The page that signing in leads to. */
  next: string;
};

export function SignInForm({ signIn, chooseAccount, next }: SignInFormProps) {
  const [state, action] = useActionState(signIn, { status: "idle" });
  if (state.status === "done") {
    return <ChooseAccountForm action={chooseAccount} next={next} {...state.done} />;
  }
  return (
    <form action={action} className="stack">
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
        <SubmitButton pendingLabel="Signing in…">Sign in</SubmitButton>
        <TextLink href="/forgotten-password">Forgot your password?</TextLink>
      </FormActions>
    </form>
  );
}
