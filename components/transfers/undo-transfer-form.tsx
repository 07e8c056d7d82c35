"use client";

import { useActionState } from "react";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type UndoTransferFormProps = {
  action: FormAction;
  transferId: string;
  requestId: string;
};

export function UndoTransferForm(props: UndoTransferFormProps) {
  const { action, transferId, requestId } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="cluster">
      <FormNotice state={state} />
      <input type="hidden" name="transferId" value={transferId} />
      <input type="hidden" name="requestId" value={requestId} />
      <SubmitButton variant="secondary" pendingLabel="Undoing…">
        Undo the reassignment
      </SubmitButton>
    </form>
  );
}
