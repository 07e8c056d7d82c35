"use client";

import { useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type CancelInactivationFormProps = {
  action: FormAction;
  userId: string;
  userName: string;
  scheduleId: string;
  requestId: string;
};

export function CancelInactivationForm(props: CancelInactivationFormProps) {
  const { action, userId, userName, scheduleId, requestId } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="scheduleId" value={scheduleId} />
      <p>{userName} stays active, and nothing else changes.</p>
      <FormActions>
        <SubmitButton pendingLabel="Cancelling…">Cancel the schedule</SubmitButton>
        <ButtonLink href={`/admin/users/${userId}/inactivate`} variant="quiet">
          Keep it
        </ButtonLink>
      </FormActions>
    </form>
  );
}
