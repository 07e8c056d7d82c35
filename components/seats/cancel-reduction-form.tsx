"use client";

import { type ReactNode, useActionState } from "react";
import { FormNotice } from "#components/ui/form-notice";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type CancelReductionFormProps = {
  action: FormAction;
  requestId: string;
  /** What is scheduled, in words; null where nothing is, or not any more. */
  title: string | null;
  /** Null where this person cannot cancel it. */
  scheduleId: string | null;
  children?: ReactNode;
};

/** It is there with nothing to cancel, too: a second tab's refusal has a place to be shown. */
export function CancelReductionForm(props: CancelReductionFormProps) {
  const { action, requestId, title, scheduleId, children } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  const button = scheduleId && (
    <form action={submit}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="scheduleId" value={scheduleId} />
      <SubmitButton variant="secondary" pendingLabel="Cancelling…">
        Cancel the change
      </SubmitButton>
    </form>
  );
  return (
    <>
      <FormNotice state={state} />
      {title && (
        <Notice title={title} actions={button}>
          {children}
        </Notice>
      )}
    </>
  );
}
