import type { ReactNode } from "react";
import { Choice, ChoiceGroup } from "#components/ui/choice";
import { TextField } from "#components/ui/field";
import { type FormState, fieldError, fieldValue } from "#lib/form-state";

type PersonFieldsProps = {
  state: FormState<unknown>;
  /** What the fields hold before anything was sent. */
  first?: { firstName: string; lastName: string; email: string };
  emailHint?: ReactNode;
  emailIsKept?: boolean;
};

/** Name and e-mail of a user; nothing is filled in by the browser, which knows the admin's own. */
export function PersonFields({ state, first, emailHint, emailIsKept }: PersonFieldsProps) {
  return (
    <>
      <TextField
        label="First name"
        name="firstName"
        autoComplete="off"
        required
        defaultValue={fieldValue(state, "firstName", first?.firstName)}
        error={fieldError(state, "firstName")}
      />
      <TextField
        label="Last name"
        name="lastName"
        autoComplete="off"
        required
        defaultValue={fieldValue(state, "lastName", first?.lastName)}
        error={fieldError(state, "lastName")}
      />
      <TextField
        label="E-mail"
        name="email"
        inputMode="email"
        autoComplete="off"
        required
        readOnly={emailIsKept}
        hint={emailHint}
        defaultValue={fieldValue(state, "email", first?.email)}
        error={fieldError(state, "email")}
      />
    </>
  );
}

type RoleChoiceProps = { state: FormState<unknown>; first?: "admin" | "user" };

export function RoleChoice({ state, first = "user" }: RoleChoiceProps) {
  const chosen = fieldValue(state, "role", first);
  return (
    <ChoiceGroup legend="Role" error={fieldError(state, "role")}>
      <Choice
        name="role"
        value="user"
        title="User"
        description="Works with contacts and their History."
        defaultChecked={chosen === "user"}
      />
      <Choice
        name="role"
        value="admin"
        title="Admin"
        description="Also sees the Admin tab: users, user spots, the account log."
        defaultChecked={chosen === "admin"}
      />
    </ChoiceGroup>
  );
}
