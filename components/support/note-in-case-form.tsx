"use client";

import { CaseForm, type CaseFormProps } from "#components/support/case-form";
import { ReasonField } from "#components/support/reason-field";

export function NoteInCaseForm(props: CaseFormProps) {
  return (
    <CaseForm {...props} title="Add a note" button="Add note" pending="Adding…">
      {(state) => (
        <ReasonField
          state={state}
          name="body"
          label="Note"
          hint="For support alone: the account does not see it. It cannot be changed afterwards."
        />
      )}
    </CaseForm>
  );
}
