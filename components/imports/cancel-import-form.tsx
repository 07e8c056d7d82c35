"use client";

import { useActionState } from "react";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type CancelImportFormProps = {
  action: FormAction;
  importId: string;
  requestId: string;
  label: string;
};

export function CancelImportForm({ action, importId, requestId, label }: CancelImportFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="cluster">
      <FormNotice state={state} />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="requestId" value={requestId} />
      <SubmitButton variant="secondary" pendingLabel="Cancelling…">
        {label}
      </SubmitButton>
    </form>
  );
}
