"use client";

import { useActionState } from "react";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type SignInRuleFormProps = {
  action: FormAction;
  requestId: string;
  button: string;
  pendingLabel: string;
  variant?: "primary" | "secondary";
};

/** One button that changes the rule. */
export function SignInRuleForm({ action, requestId, button, ...look }: SignInRuleFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <FormActions>
        <SubmitButton {...look}>{button}</SubmitButton>
      </FormActions>
    </form>
  );
}
