"use client";

import { CaseForm, type CaseFormProps } from "#components/support/case-form";
import { ReasonField } from "#components/support/reason-field";

export function ReopenCaseForm(props: CaseFormProps) {
  return (
    <CaseForm {...props} title="Reopen the case" button="Reopen" pending="Reopening…">
      {(state) => (
        <>
          <p>
            Every Account Owner is told anew, the waiting time runs anew, and nothing that was
            verified, confirmed or decided before counts.
          </p>
          <ReasonField state={state} hint="The account’s log shows it, with your name." />
        </>
      )}
    </CaseForm>
  );
}
