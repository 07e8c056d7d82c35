"use client";

import { useActionState } from "react";
import { ContactFormFields } from "#components/contacts/contact-form-fields";
import { ContactFormNotice } from "#components/contacts/contact-form-notice";
import { ButtonLink } from "#components/ui/button";
import { SelectField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";

type AddContactFormProps = {
  action: FormAction;
  requestId: string;
  /** Whom an admin can choose instead of themselves. */
  colleagues: { id: string; name: string; email: string | null }[];
};

export function AddContactForm({ action, requestId, colleagues }: AddContactFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  const isThere = state.status === "refused" && state.code === "contact_duplicates";
  return (
    <form action={submit} className="stack">
      <ContactFormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <ContactFormFields state={state} />
      {colleagues.length > 0 && (
        <SelectField
          label="Assignee"
          name="assigneeId"
          hint="Who looks after the contact."
          defaultValue={fieldValue(state, "assigneeId")}
          error={fieldError(state, "assigneeId")}
        >
          <option value="">Yourself</option>
          {colleagues.map(({ id, name, email }) => (
            <option key={id} value={id}>
              {name} ({email})
            </option>
          ))}
        </SelectField>
      )}
      <FormActions>
        <SubmitButton pendingLabel="Adding…">Add contact</SubmitButton>
        {isThere && (
          <SubmitButton variant="secondary" name="anyway" value="yes" pendingLabel="Adding…">
            Add it anyway
          </SubmitButton>
        )}
        <ButtonLink href="/contacts" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
