"use client";

import { CaseForm, type CaseFormProps } from "#components/support/case-form";
import { type Choosable, SuccessorField } from "#components/support/successor-field";

type NameSuccessorFormProps = CaseFormProps & {
  successors: Choosable[];
  successorId: string | null;
  isVerified: boolean;
};

export function NameSuccessorForm(props: NameSuccessorFormProps) {
  const { successors, successorId, isVerified, ...form } = props;
  return (
    <CaseForm
      {...form}
      title={successorId ? "Name another successor" : "Name a successor"}
      button="Name the successor"
      pending="Saving…"
    >
      {(state) => (
        <>
          {isVerified && <p>The case has to be verified anew with another successor.</p>}
          <SuccessorField state={state} successors={successors} first={successorId ?? ""} />
        </>
      )}
    </CaseForm>
  );
}
