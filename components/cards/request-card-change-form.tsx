"use client";

import { useActionState } from "react";
import { CardFields } from "#components/cards/card-fields";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type RequestCardChangeFormProps = { action: FormAction; requestId: string };

/** Another admin's: it counts once the present payer confirms it. */
export function RequestCardChangeForm({ action, requestId }: RequestCardChangeFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack form-narrow">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <CardFields state={state} />
      <FormActions>
        <SubmitButton pendingLabel="Asking…">Ask for the change</SubmitButton>
        <ButtonLink href="/admin/subscription" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
