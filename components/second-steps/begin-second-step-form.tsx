"use client";

import { useActionState } from "react";
import { OwnPasswordField } from "#components/sessions/own-password-field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type BeginSecondStepFormProps = { action: FormAction; button: string };

/** The password, before a key for an app is shown. */
export function BeginSecondStepForm({ action, button }: BeginSecondStepFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <OwnPasswordField
        state={state}
        hint="Asked again, so that nobody else at this screen can do it."
      />
      <FormActions>
        <SubmitButton pendingLabel="Checking…">{button}</SubmitButton>
      </FormActions>
    </form>
  );
}
