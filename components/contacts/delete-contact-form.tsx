"use client";

import { useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type DeleteContactFormProps = { action: FormAction; contactId: string; requestId: string };

export function DeleteContactForm({ action, contactId, requestId }: DeleteContactFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="contactId" value={contactId} />
      <input type="hidden" name="requestId" value={requestId} />
      <FormActions>
        <SubmitButton variant="danger" pendingLabel="Deleting…">
          Delete contact
        </SubmitButton>
        <ButtonLink href={`/contacts/${contactId}`} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
