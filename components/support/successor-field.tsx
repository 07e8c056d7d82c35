import { SelectField } from "#components/ui/field";
import { type FormState, fieldError, fieldValue } from "#lib/form-state";

export type Choosable = { id: string; name: string; email: string | null };

type SuccessorFieldProps = {
  state: FormState;
  successors: Choosable[];
  first?: string;
  optional?: boolean;
};

/** Who becomes Account Owner if the one concerned is the last: admins who have signed in. */
export function SuccessorField({ state, successors, first, optional }: SuccessorFieldProps) {
  return (
    <SelectField
      label="Next Account Owner"
      hint={
        successors.length === 0
          ? "Nobody fits: it takes an active admin who has signed in and is no Account Owner. Somebody in the account makes one an admin first."
          : "An active admin who has signed in. It counts only if the last Account Owner goes."
      }
      name="successorId"
      optional={optional}
      required={!optional}
      defaultValue={fieldValue(state, "successorId", first)}
      error={fieldError(state, "successorId")}
    >
      <option value="">{optional ? "Nobody: another Account Owner stays" : "Choose"}</option>
      {successors.map(({ id, name, email }) => (
        <option key={id} value={id}>
          {name}
          {email && ` · ${email}`}
        </option>
      ))}
    </SelectField>
  );
}
