"use client";

import { useActionState } from "react";
import { CardFields } from "#components/cards/card-fields";
import { OwnPasswordField } from "#components/sessions/own-password-field";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type ChangeCardHolderFormProps = { action: FormAction; requestId: string };

/** An Owner's: it counts at once. */
export function ChangeCardHolderForm({ action, requestId }: ChangeCardHolderFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack form-narrow">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <CardFields state={state} />
      <OwnPasswordField state={state} hint="Asked again, because it counts at once." />
      <FormActions>
        <SubmitButton pendingLabel="Changing…">Change card holder</SubmitButton>
        <ButtonLink href="/admin/subscription" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
