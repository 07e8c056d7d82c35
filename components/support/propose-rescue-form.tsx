"use client";

import { useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { SelectField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { ReasonField } from "#components/users/reason-field";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";

export type ProposeRescueFormProps = {
  action: FormAction;
  requestId: string;
  accountId: string;
  /** Whom it can be, and when each signed in last, in words. */
  candidates: { id: string; name: string; email: string | null; lastSeen: string }[];
};

/** Who is to be an Account Owner of an account that nobody administers, and why. */
export function ProposeRescueForm(props: ProposeRescueFormProps) {
  const { action, requestId, accountId, candidates } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form key={requestId} action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="account" value={accountId} />
      <SelectField
        label="Who becomes an Account Owner"
        name="userId"
        required
        hint="Active, and has signed in at least once. Who signed in last comes first."
        defaultValue={fieldValue(state, "userId")}
        error={fieldError(state, "userId")}
      >
        <option value="">Choose a person</option>
        {candidates.map(({ id, name, email, lastSeen }) => (
          <option key={id} value={id}>
            {name} ({email}), last signed in {lastSeen}
          </option>
        ))}
      </SelectField>
      <ReasonField
        state={state}
        must="required"
        hint="How you know that nobody is left, and who asked. Everybody who is told reads it, and the account log keeps it."
      />
      <FormActions>
        <SubmitButton pendingLabel="Proposing…">Propose it</SubmitButton>
        <ButtonLink href={`/support/accounts/${accountId}`} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
