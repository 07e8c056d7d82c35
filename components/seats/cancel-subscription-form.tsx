"use client";

import { useActionState } from "react";
import { OwnPasswordField } from "#components/sessions/own-password-field";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type CancelSubscriptionFormProps = { action: FormAction; requestId: string };

export function CancelSubscriptionForm({ action, requestId }: CancelSubscriptionFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack form-narrow">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <OwnPasswordField
        state={state}
        hint="Asked again, because this concerns everybody in your account."
      />
      <FormActions>
        <SubmitButton variant="danger" pendingLabel="Cancelling…">
          Cancel the subscription
        </SubmitButton>
        <ButtonLink href="/admin/subscription" variant="quiet">
          Keep it
        </ButtonLink>
      </FormActions>
    </form>
  );
}
