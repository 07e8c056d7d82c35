"use client";

import { useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import { PasswordLinkNotice } from "#components/users/password-link-notice";
import { PersonFields, RoleChoice } from "#components/users/person-fields";
import { SameOrDifferentPerson } from "#components/users/same-or-different-person";
import type { FormAction } from "#lib/form-state";

type AddUserFormProps = {
  action: FormAction<{ name: string; email: string; path: string }>;
  requestId: string;
  hasOpenSeat: boolean;
  baseUrl: string;
};

export function AddUserForm({ action, requestId, hasOpenSeat, baseUrl }: AddUserFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  if (state.status === "done") {
    const { name, email, path } = state.done;
    return <PasswordLinkNotice title={`${name} (${email}) was added.`} url={baseUrl + path} />;
  }
  return (
    <form action={submit} className="stack form-narrow">
      {!hasOpenSeat && state.status === "idle" && (
        <Notice
          tone="warn"
          title="All user spots are used."
          actions={<ButtonLink href="/admin/subscription">Update subscription</ButtonLink>}
        >
          Add user spots, or make someone inactive first.
        </Notice>
      )}
      {state.status === "refused" && state.code === "email_of_inactive_user" ? (
        <SameOrDifferentPerson state={state} />
      ) : (
        <FormNotice state={state} />
      )}
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
  );
}
