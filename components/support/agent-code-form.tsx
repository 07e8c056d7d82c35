"use client";

import { type ReactNode, useActionState } from "react";
import { CodeField } from "#components/second-steps/code-field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError } from "#lib/form-state";

type AgentCodeFormProps = {
  action: FormAction;
  /** The page of the console that signing in leads to. */
  next: string;
  submit: { label: string; pending: string };
  /** The key of a new app, where one is set up. */
  children?: ReactNode;
};

/** The second step of an agent's sign-in, or the first code of a new app. */
export function AgentCodeForm({ action, next, submit, children }: AgentCodeFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  return (
    <form action={send} className="stack">
      <FormNotice state={state} />
      {children}
      <input type="hidden" name="next" value={next} />
      <CodeField takes="app" isFirst={!children} error={fieldError(state, "code")} />
      <FormActions>
        <SubmitButton pendingLabel={submit.pending}>{submit.label}</SubmitButton>
      </FormActions>
    </form>
  );
}
