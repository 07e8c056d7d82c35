"use client";

import { type ReactNode, useActionState } from "react";
import { ChangedReductionText } from "#components/seats/changed-reduction-text";
import { asksForSeat, SeatChoice } from "#components/seats/seat-choice";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import { PasswordLinkNotice } from "#components/users/password-link-notice";
import { PersonFields, RoleChoice } from "#components/users/person-fields";
import { SameOrDifferentPerson } from "#components/users/same-or-different-person";
import type { ChangedReduction } from "#lib/audit/spot-events";
import type { FormAction } from "#lib/form-state";
import { addSeatsHref } from "#lib/hrefs";
import type { NextSeat } from "#lib/seats/next-seat";

type AddUserFormProps = {
  action: FormAction<{
    name: string;
    email: string;
    path: string;
    /** What became of the reduction that would have taken the spot. */
    reduction?: ChangedReduction;
  }>;
  requestId: string;
  hasOpenSeat: boolean;
  nextSeat: NextSeat | null;
  baseUrl: string;
  /** What was just done elsewhere so that this can be done. */
  notice?: ReactNode;
};

export function AddUserForm(props: AddUserFormProps) {
  const { action, requestId, hasOpenSeat, nextSeat, baseUrl, notice } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  if (state.status === "done") {
    const { name, email, path, reduction } = state.done;
    return (
      <PasswordLinkNotice title={`${name} (${email}) was added.`} url={baseUrl + path}>
        {reduction && <ChangedReductionText {...reduction} />}
      </PasswordLinkNotice>
    );
  }
  return (
    <>
      {notice}
      <form action={submit} className="stack form-narrow">
        {!hasOpenSeat && state.status === "idle" && (
          <Notice
            tone="warn"
            title="All user spots are used."
            actions={
              <ButtonLink href={addSeatsHref("/admin/users/new")}>Add user spots</ButtonLink>
            }
          >
            Add user spots, or make someone inactive first.
          </Notice>
        )}
        {state.status === "refused" && state.code === "email_of_inactive_user" ? (
          <SameOrDifferentPerson state={state} />
        ) : (
          !asksForSeat(state) && <FormNotice state={state} />
        )}
        <SeatChoice state={state} nextSeat={nextSeat} />
        <input type="hidden" name="requestId" value={requestId} />
        <PersonFields state={state} />
        <RoleChoice state={state} />
        <FormActions>
          <SubmitButton pendingLabel="Adding…">Add user</SubmitButton>
          <ButtonLink href="/admin/users" variant="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
