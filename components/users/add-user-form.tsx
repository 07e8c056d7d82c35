"use client";

import { useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { Choice, ChoiceGroup } from "#components/ui/choice";
import { TextField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import { PasswordLinkNotice } from "#components/users/password-link-notice";
import { SameOrDifferentPerson } from "#components/users/same-or-different-person";
import { WaysOn } from "#components/users/ways-on";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";

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
  const isTaken = state.status === "refused" && state.code === "email_of_inactive_user";
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
      {isTaken ? (
        <SameOrDifferentPerson facts={state.facts} />
      ) : (
        <FormNotice state={state} actions={<WaysOn state={state} />} />
      )}
      <input type="hidden" name="requestId" value={requestId} />
      <TextField
        label="First name"
        name="firstName"
        autoComplete="off"
        required
        defaultValue={fieldValue(state, "firstName")}
        error={fieldError(state, "firstName")}
      />
      <TextField
        label="Last name"
        name="lastName"
        autoComplete="off"
        required
        defaultValue={fieldValue(state, "lastName")}
        error={fieldError(state, "lastName")}
      />
      <TextField
        label="E-mail"
        name="email"
        inputMode="email"
        autoComplete="off"
        required
        defaultValue={fieldValue(state, "email")}
        error={fieldError(state, "email")}
      />
      <ChoiceGroup legend="Role" error={fieldError(state, "role")}>
        <Choice
          name="role"
          value="user"
          title="User"
          description="Works with contacts and their History."
          defaultChecked={fieldValue(state, "role", "user") === "user"}
        />
        <Choice
          name="role"
          value="admin"
          title="Admin"
          description="Also sees the Admin tab: users, user spots, the account log."
          defaultChecked={fieldValue(state, "role") === "admin"}
        />
      </ChoiceGroup>
      <FormActions>
        <SubmitButton pendingLabel="Adding…">Add user</SubmitButton>
        <ButtonLink href="/admin/users" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
