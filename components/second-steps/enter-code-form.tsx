"use client";

import { useActionState } from "react";
import { CodeField } from "#components/second-steps/code-field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { TextLink } from "#components/ui/link";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError } from "#lib/form-state";

type EnterCodeFormProps = {
  action: FormAction;
  /** The page that signing in leads to. */
  next: string;
  isRecovery: boolean;
  /** The same page asking for the other kind of code. */
  otherHref: string;
};

/** The second step of a sign-in. Either field takes either kind of code. */
export function EnterCodeForm({ action, next, isRecovery, otherHref }: EnterCodeFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="next" value={next} />
      <CodeField
        isFirst
        takes={isRecovery ? "recovery" : "app"}
        error={fieldError(state, "code")}
      />
      <FormActions>
        <SubmitButton pendingLabel="Signing in…">Sign in</SubmitButton>
        <TextLink href={otherHref}>
          {isRecovery ? "Use the app instead" : "Use a recovery code"}
        </TextLink>
      </FormActions>
      <p className="hint">
        No app and no recovery code left? An admin of your company can reset your two-step sign-in.
      </p>
    </form>
  );
}
