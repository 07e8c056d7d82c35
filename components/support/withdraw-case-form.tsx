"use client";

import { CaseForm, type CaseFormProps } from "#components/support/case-form";
import { ReasonField } from "#components/support/reason-field";

export function WithdrawCaseForm(props: CaseFormProps) {
  return (
    <CaseForm
      {...props}
      title="Withdraw it for the card holder"
      button="Withdraw"
      pending="Withdrawing…"
    >
      {(state) => (
        <ReasonField
          state={state}
          hint="What the card holder said. Everybody who was told reads it in a mail, and the account’s log shows it."
        />
      )}
    </CaseForm>
  );
}
