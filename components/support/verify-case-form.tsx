"use client";

import { CaseForm, type CaseFormProps } from "#components/support/case-form";
import { ReasonField } from "#components/support/reason-field";

export function VerifyCaseForm(props: CaseFormProps) {
  return (
    <CaseForm
      {...props}
      title="Verify the case"
      isOpen
      button="Verify"
      pending="Verifying…"
      variant="primary"
    >
      {(state) => (
        <ReasonField
          state={state}
          label="What you checked"
          hint="In words, for whoever carries it out. The account’s log shows it, with your name. From then on somebody else carries it out."
        />
      )}
    </CaseForm>
  );
}
