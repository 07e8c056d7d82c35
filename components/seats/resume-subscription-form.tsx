"use client";

import { useActionState } from "react";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type ResumeSubscriptionFormProps = { action: FormAction; requestId: string };

export function ResumeSubscriptionForm({ action, requestId }: ResumeSubscriptionFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <div>
        <SubmitButton pendingLabel="Resuming…">Resume</SubmitButton>
      </div>
    </form>
  );
}
