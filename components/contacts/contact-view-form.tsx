"use client";

import { useActionState } from "react";
import { Choice, ChoiceGroup } from "#components/ui/choice";
import { CheckboxField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type ContactView, contactColumnLabels, contactColumns } from "#lib/contacts/columns";
import type { FormAction } from "#lib/form-state";

type ContactViewFormProps = {
  action: FormAction;
  view: ContactView;
  /** What the table goes on showing. */
  keep: Record<string, string | undefined>;
};

/** Which columns the Contact Table has, and how close its rows are; remembered for this user. */
export function ContactViewForm({ action, view, keep }: ContactViewFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <details className="columns">
      <summary className="btn btn-secondary">Columns</summary>
      <form action={submit} className="stack">
        <FormNotice state={state} />
        {Object.entries(keep).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <fieldset className="stack-tight">
          <legend className="field-label">Shown beside the name</legend>
          {contactColumns.map((column) => (
            <CheckboxField
              key={`${column} ${view.columns.includes(column)}`}
              name="columns"
              value={column}
              label={contactColumnLabels[column]}
              defaultChecked={view.columns.includes(column)}
            />
          ))}
        </fieldset>
        <ChoiceGroup legend="Rows">
          <Choice
            key={`comfortable ${view.density}`}
            name="density"
            value="comfortable"
            title="Comfortable"
            defaultChecked={view.density === "comfortable"}
          />
          <Choice
            key={`compact ${view.density}`}
            name="density"
            value="compact"
            title="Compact"
            defaultChecked={view.density === "compact"}
          />
        </ChoiceGroup>
        <FormActions>
          <SubmitButton>Show these</SubmitButton>
        </FormActions>
      </form>
    </details>
  );
}
