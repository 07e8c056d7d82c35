"use client";

import { useActionState } from "react";
import { SelectField, TextAreaField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";

type AddHistoryEntryFormProps = { action: FormAction; contactId: string; requestId: string };

export function AddHistoryEntryForm({ action, contactId, requestId }: AddHistoryEntryFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    // A new id is a new form: what was sent is not offered again.
    <form key={requestId} action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="contactId" value={contactId} />
      <input type="hidden" name="requestId" value={requestId} />
      <SelectField
        label="What it was"
        name="kind"
        defaultValue={fieldValue(state, "kind", "note")}
        error={fieldError(state, "kind")}
      >
        <option value="note">Note</option>
        <option value="call">Call</option>
        <option value="email">E-mail</option>
        <option value="meeting">Meeting</option>
      </SelectField>
      <TextAreaField
        label="What happened"
        name="body"
        required
        defaultValue={fieldValue(state, "body")}
        error={fieldError(state, "body")}
      />
      <FormActions>
        <SubmitButton pendingLabel="Adding…">Add to History</SubmitButton>
      </FormActions>
    </form>
  );
}
