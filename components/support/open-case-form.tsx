"use client";

import { useActionState } from "react";
import { ReasonField } from "#components/support/reason-field";
import { StatedCardFields } from "#components/support/stated-card-fields";
import { type Choosable, SuccessorField } from "#components/support/successor-field";
import { ButtonLink } from "#components/ui/button";
import { SelectField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";

export type OpenCaseFormProps = {
  action: FormAction;
  formId: string;
  accountId: string;
  owners: Choosable[];
  /** Whether there is one Account Owner only: then somebody has to follow. */
  isLast: boolean;
  successors: Choosable[];
};

export function OpenCaseForm(props: OpenCaseFormProps) {
  const { action, formId, accountId, owners, isLast, successors } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  const [only] = owners;
  return (
    <form action={submit} className="stack form-narrow">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={formId} />
      <input type="hidden" name="account" value={accountId} />
      <SelectField
        label="Account Owner whom it is about"
        name="userId"
        required
        defaultValue={fieldValue(state, "userId", owners.length === 1 ? only?.id : "")}
        error={fieldError(state, "userId")}
      >
        <option value="">Choose</option>
        {owners.map(({ id, name, email }) => (
          <option key={id} value={id}>
            {name}
            {email && ` · ${email}`}
          </option>
        ))}
      </SelectField>
      <StatedCardFields state={state} />
      <ReasonField
        state={state}
        hint="What they say, in a few words. The Account Owners read it in a mail, and the account’s log shows it."
      />
      <SuccessorField state={state} successors={successors} optional={!isLast} />
      <FormActions>
        <SubmitButton pendingLabel="Opening…">Open the case</SubmitButton>
        <ButtonLink href={`/support/accounts/${accountId}`} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
