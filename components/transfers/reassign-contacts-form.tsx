"use client";

import { useActionState } from "react";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type ReassignContactsFormProps = {
  action: FormAction;
  requestId: string;
  /** Exactly what the preview shows. */
  reassignment: string;
  /** "Reassign 12 contacts" */
  label: string;
};

export function ReassignContactsForm(props: ReassignContactsFormProps) {
  const { action, requestId, reassignment, label } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="reassignment" value={reassignment} />
      <FormActions>
        <SubmitButton pendingLabel="Reassigning…">{label}</SubmitButton>
      </FormActions>
    </form>
  );
}
