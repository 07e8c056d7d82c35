"use client";

import { CaseForm, type CaseFormProps } from "#components/support/case-form";

type CarryOutCaseFormProps = CaseFormProps & {
  kind: "removal" | "rescue";
  /** Whose status is lifted, and who becomes an Owner with it. */
  name: string;
  newOwner: string | null;
};

export function CarryOutCaseForm({ kind, name, newOwner, ...form }: CarryOutCaseFormProps) {
  return (
    <CaseForm
      {...form}
      title="Carry it out"
      isOpen
      button="Carry it out"
      pending="Carrying it out…"
      variant="primary"
    >
      {() => (
        <ul className="list">
          {kind === "removal" ? (
            <>
              <li>
                <bdi>{name}</bdi> is no Account Owner any more, and stays an active admin.
              </li>
              {newOwner && (
                <li>
                  <bdi>{newOwner}</bdi> becomes Account Owner in the same step.
                </li>
              )}
              <li>The account’s admins can make them inactive then. Support does not.</li>
            </>
          ) : (
            <li>
              <bdi>{name}</bdi> becomes an admin and an Account Owner.
            </li>
          )}
          <li>Everybody who was told is told that, too. It cannot be taken back.</li>
        </ul>
      )}
    </CaseForm>
  );
}
