"use client";

import { useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { Choice, ChoiceGroup } from "#components/ui/choice";
import { SelectField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { ReasonField } from "#components/users/reason-field";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";

export type RequestOwnerRemovalFormProps = {
  action: FormAction;
  requestId: string;
  owners: {
    id: string;
    name: string;
    email: string | null;
    /** As the card holder, who does not ask here. */
    isKept: boolean;
    openCase: number | null;
    canBeAskedAbout: boolean;
  }[];
  chosen: string | undefined;
  successors: { id: string; name: string; email: string | null }[];
  /** Whether there is one Owner alone, whom somebody has to follow. */
  isLast: boolean;
};

/** Whose status is to be lifted, who follows, and why. */
export function RequestOwnerRemovalForm(props: RequestOwnerRemovalFormProps) {
  const { action, requestId, owners, successors, isLast } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  const askable = owners.filter(({ canBeAskedAbout }) => canBeAskedAbout);
  const first = props.chosen ?? (askable.length === 1 ? askable[0]?.id : undefined);
  const chosen = fieldValue(state, "userId", first);
  return (
    <form key={requestId} action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <ChoiceGroup
        legend="Whose Account Owner status is to be lifted?"
        error={fieldError(state, "userId")}
      >
        {owners.map(({ id, name, email, isKept, openCase, canBeAskedAbout }) => (
          <Choice
            key={id}
            name="userId"
            value={id}
            required
            disabled={!canBeAskedAbout}
            defaultChecked={id === chosen && canBeAskedAbout}
            title={<bdi>{name}</bdi>}
            description={
              isKept
                ? "Is the card holder: only the card holder can ask."
                : openCase === null
                  ? email
                  : `Case ${openCase} is open already.`
            }
          />
        ))}
      </ChoiceGroup>
      <SelectField
        label="Who becomes Account Owner instead"
        name="successorId"
        optional={!isLast}
        required={isLast}
        hint={
          isLast
            ? "There is no other Account Owner, and an account always has one: both happen in one step. Active admins who have signed in can be chosen."
            : "Only if there is no other Account Owner left by then. Active admins who have signed in can be chosen."
        }
        defaultValue={fieldValue(state, "successorId")}
        error={fieldError(state, "successorId")}
      >
        <option value="">{isLast ? "Choose a person" : "Nobody"}</option>
        {successors.map(({ id, name, email }) => (
          <option key={id} value={id}>
            {name} ({email})
          </option>
        ))}
      </SelectField>
      <ReasonField
        state={state}
        must="required"
        hint="Every Account Owner reads it, and our support. Kept in the account log."
      />
      <FormActions>
        <SubmitButton pendingLabel="Asking…">Ask support</SubmitButton>
        <ButtonLink href="/admin" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
