"use client";

import { useActionState } from "react";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type EndCardChangeFormProps = { action: FormAction; requestId: string; changeId: string };

export function EndCardChangeForm({ action, requestId, changeId }: EndCardChangeFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="cluster">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="changeId" value={changeId} />
      <SubmitButton variant="secondary" pendingLabel="Cancelling…">
        Cancel it
      </SubmitButton>
    </form>
  );
}
