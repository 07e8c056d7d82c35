"use client";

import { useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { TextAreaField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";

type StateReasonFormProps = { accountId: string; action: FormAction };

export function StateReasonForm({ accountId, action }: StateReasonFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack form-narrow">
      <FormNotice state={state} />
      <input type="hidden" name="account" value={accountId} />
      <TextAreaField
        label="Your reason"
        hint="The account's admins read it in their log, with your name. The look lasts half an hour."
        name="reason"
        required
        defaultValue={fieldValue(state, "reason")}
        error={fieldError(state, "reason")}
      />
      <FormActions>
        <SubmitButton pendingLabel="Opening…">Look into the account</SubmitButton>
        <ButtonLink href="/support/accounts" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
