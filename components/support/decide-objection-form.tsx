"use client";

import { CaseForm, type CaseFormProps } from "#components/support/case-form";
import { ReasonField } from "#components/support/reason-field";

type DecideObjectionFormProps = CaseFormProps & {
  /** The objection that is shown: a later one is to be read first. */
  objectedAt: string;
};

export function DecideObjectionForm({ objectedAt, ...form }: DecideObjectionFormProps) {
  return (
    <CaseForm
      {...form}
      title="Let it go on in spite of the objection"
      isOpen
      button="Let it go on"
      pending="Saving…"
    >
      {(state) => (
        <>
          <input type="hidden" name="objectedAt" value={objectedAt} />
          <ReasonField
            state={state}
            hint="The account’s log shows it, with your name. If the objection is right, refuse the case instead."
          />
        </>
      )}
    </CaseForm>
  );
}
