import { TextAreaField } from "#components/ui/field";
import { type FormState, fieldError, fieldValue } from "#lib/form-state";

type ReasonFieldProps = {
  state: FormState<unknown>;
  name?: string;
  hint?: string;
  /** What a schedule asks for that may be changed here. */
  first?: string;
  must?: "required" | "optional";
};

/** Why something is done to a user, in the admin's own words. */
export function ReasonField(props: ReasonFieldProps) {
  const { state, name = "reason", hint = "Kept in the account log.", first, must } = props;
  return (
    <TextAreaField
      label="Reason"
      name={name}
      optional={must === "optional"}
      required={must === "required"}
      hint={hint}
      rows={2}
      defaultValue={fieldValue(state, name, first)}
      error={fieldError(state, name)}
    />
  );
}
