"use client";

import { useActionState } from "react";
import { asksForSeat, SeatChoice } from "#components/seats/seat-choice";
import { ButtonLink } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";
import type { NextSeat } from "#lib/seats/next-seat";

type ReactivateUserFormProps = {
  action: FormAction;
  userId: string;
  requestId: string;
  needsEmail: boolean;
  nextSeat: NextSeat | null;
};

export function ReactivateUserForm(props: ReactivateUserFormProps) {
  const { action, userId, requestId, needsEmail, nextSeat } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      {!asksForSeat(state) && <FormNotice state={state} />}
      <SeatChoice state={state} nextSeat={nextSeat} />
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="requestId" value={requestId} />
      {needsEmail && (
        <TextField
          label="New e-mail"
          name="email"
          inputMode="email"
          hint="The former address belongs to somebody else now."
          required
          defaultValue={fieldValue(state, "email")}
          error={fieldError(state, "email")}
        />
      )}
      <FormActions>
        <SubmitButton pendingLabel="Making active…">Make Active</SubmitButton>
        <ButtonLink href="/admin/users" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
