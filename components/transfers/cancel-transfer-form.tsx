"use client";

import { useActionState } from "react";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type CancelTransferFormProps = {
  action: FormAction;
  transferId: string;
  requestId: string;
};

export function CancelTransferForm({ action, transferId, requestId }: CancelTransferFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="cluster">
      <FormNotice state={state} />
      <input type="hidden" name="transferId" value={transferId} />
      <input type="hidden" name="requestId" value={requestId} />
      <SubmitButton variant="secondary" pendingLabel="Cancelling…">
        Cancel the reassignment
      </SubmitButton>
    </form>
  );
}
