"use client";

import { useActionState } from "react";
import { TextField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";

type NameBookFormProps = {
  action: FormAction;
  requestId: string;
  assigneeId: string;
  book: string;
  name: string;
  /** "Taken over from Ben Baker, 12 Nov 2026" */
  origin: string;
};

/** Gives the chosen books a name, by which the filter then lists them; empty takes it away. */
export function NameBookForm(props: NameBookFormProps) {
  const { action, requestId, assigneeId, book, name, origin } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <details>
      <summary className="link">
        {name ? "Change the name of these books" : "Name these books"}
      </summary>
      <form key={requestId} action={submit} className="stack">
        <FormNotice state={state} />
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="assigneeId" value={assigneeId} />
        <input type="hidden" name="book" value={book} />
        <TextField
          label="Name"
          name="name"
          optional
          hint={`In place of “${origin}”. Leave it empty to take the name away.`}
          maxLength={100}
          defaultValue={fieldValue(state, "name", name)}
          error={fieldError(state, "name")}
        />
        <FormActions>
          <SubmitButton pendingLabel="Saving…">Save the name</SubmitButton>
        </FormActions>
      </form>
    </details>
  );
}
