"use client";

import { CaseForm, type CaseFormProps } from "#components/support/case-form";
import { ReasonField } from "#components/support/reason-field";

export function RefuseCaseForm(props: CaseFormProps) {
  return (
    <CaseForm
      {...props}
      title="Refuse the case"
      button="Refuse"
      pending="Refusing…"
      variant="danger"
    >
      {(state) => (
        <ReasonField
          state={state}
          hint="Nothing is changed by the case then. Everybody who was told reads this reason in a mail, and the account’s log shows it."
        />
      )}
    </CaseForm>
  );
}
