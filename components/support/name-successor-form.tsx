"use client";

import { CaseForm, type CaseFormProps } from "#components/support/case-form";
import { type Choosable, SuccessorField } from "#components/support/successor-field";

type NameSuccessorFormProps = CaseFormProps & {
  successors: Choosable[];
  successorId: string | null;
};

export function NameSuccessorForm(props: NameSuccessorFormProps) {
  const { successors, successorId, ...form } = props;
  return (
    <CaseForm
      {...form}
      title={successorId ? "Name another successor" : "Name a successor"}
      button="Name the successor"
      pending="Saving…"
    >
      {(state) => (
        <>
          <p>
            Every Account Owner is told of another successor, and the waiting time begins anew. Who
            has agreed, confirmed or verified does so anew.
          </p>
          <SuccessorField state={state} successors={successors} first={successorId ?? ""} />
        </>
      )}
    </CaseForm>
  );
}
