"use client";

import { useActionState } from "react";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type RestoreContactFormProps = {
  action: FormAction;
  contact: { id: string; name: string };
  requestId: string;
};

export function RestoreContactForm({ action, contact, requestId }: RestoreContactFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="contactId" value={contact.id} />
      <input type="hidden" name="requestId" value={requestId} />
      <div>
        <SubmitButton
          variant="secondary"
          size="sm"
          pendingLabel="Restoring…"
          aria-label={`Restore ${contact.name}`}
        >
          Restore
        </SubmitButton>
      </div>
    </form>
  );
}
