"use client";

import { useActionState } from "react";
import { OwnPasswordField } from "#components/sessions/own-password-field";
import { ButtonLink } from "#components/ui/button";
import { SelectField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { AnotherPerson } from "#components/users/another-person";
import { PersonFields, RoleChoice } from "#components/users/person-fields";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";

export type EditUserFormProps = {
  action: FormAction;
  requestId: string;
  seen: string;
  isSelf: boolean;
  user: {
    id: string;
    name: string;
    firstName: string;
    lastName: string;
    email: string;
    role: "admin" | "user";
    defaultSuccessor: { id: string } | null;
  };
  colleagues: { id: string; name: string; email: string | null; isInactive?: boolean }[];
  /** Why the role or the e-mail stays as it is, as sentences. */
  roleIsKept: string | null;
  emailIsKept: string | null;
};

export function EditUserForm(props: EditUserFormProps) {
  const { action, requestId, seen, user, isSelf, colleagues, roleIsKept, emailIsKept } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  const isAnother =
    (state.status === "refused" && state.code === "another_person") ||
    fieldError(state, "samePersonReason") !== undefined;
  return (
    <form action={submit} className="stack form-narrow">
      {isAnother ? <AnotherPerson state={state} user={user} /> : <FormNotice state={state} />}
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="userId" value={user.id} />
      <input type="hidden" name="seen" value={seen} />
      <PersonFields
        state={state}
        first={user}
        emailHint={
          emailIsKept ??
          "A new address counts once the link sent there is opened. Until then the old one signs in."
        }
        emailIsKept={emailIsKept !== null}
      />
      {isSelf && (
        <OwnPasswordField state={state} optional hint="Needed only to change your own e-mail." />
      )}
      {roleIsKept ? (
        <>
          <input type="hidden" name="role" value={user.role} />
          <div className="field">
            <p className="field-label">Role</p>
            <p className="hint">{roleIsKept}</p>
          </div>
        </>
      ) : (
        <RoleChoice state={state} first={user.role} />
      )}
      <SelectField
        label="Default successor"
        name="defaultSuccessorId"
        optional
        hint={`Who is suggested for the contacts when ${user.name} is made inactive.`}
        defaultValue={fieldValue(state, "defaultSuccessorId", user.defaultSuccessor?.id)}
        error={fieldError(state, "defaultSuccessorId")}
      >
        <option value="">Nobody</option>
        {colleagues.map(({ id, name, email, isInactive }) => (
          <option key={id} value={id}>
            {name} ({isInactive ? "inactive" : email})
          </option>
        ))}
      </SelectField>
      <FormActions>
        <SubmitButton pendingLabel="Saving…">Save changes</SubmitButton>
        <ButtonLink href="/admin/users" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
