import { Choice, ChoiceGroup } from "#components/ui/choice";
import { TextField } from "#components/ui/field";
import type { AgentRole } from "#lib/actor";
import { type FormState, fieldError, fieldValue } from "#lib/form-state";
import { agentRoleNames } from "#lib/support/agent-role-names";

type AgentFieldsProps = {
  state: FormState<unknown>;
  /** What the fields hold before anything was sent. */
  first?: { firstName: string; lastName: string; role: AgentRole };
  /** A new agent's; afterwards it stays. */
  hasEmail?: boolean;
};

const descriptions: [AgentRole, string][] = [
  ["agent", "Takes requests, asks the card holder, and verifies cases."],
  ["technical", "Carries verified cases out."],
  ["lead", "Decides about objections and rescues, and manages this team."],
];

/** Who somebody of support is, and which steps are theirs. */
export function AgentFields({ state, first, hasEmail }: AgentFieldsProps) {
  const chosen = fieldValue(state, "role", first?.role ?? "agent");
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
      {hasEmail && (
        <TextField
          label="E-mail"
          name="email"
          inputMode="email"
          autoComplete="off"
          required
          hint="It signs in, and stays as it is."
          defaultValue={fieldValue(state, "email")}
          error={fieldError(state, "email")}
        />
      )}
      <ChoiceGroup legend="Role" error={fieldError(state, "role")}>
        {descriptions.map(([role, description]) => (
          <Choice
            key={role}
            name="role"
            value={role}
            title={agentRoleNames[role]}
            description={description}
            defaultChecked={chosen === role}
          />
        ))}
      </ChoiceGroup>
    </>
  );
}
