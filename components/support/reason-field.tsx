import { TextAreaField } from "#components/ui/field";
import { type FormState, fieldError, fieldValue } from "#lib/form-state";

type ReasonFieldProps = { state: FormState; label?: string; hint: string; name?: string };

/** Why, in an agent's own words; the hint says who reads it. */
export function ReasonField({ state, label = "Reason", hint, name = "reason" }: ReasonFieldProps) {
  return (
    <TextAreaField
      label={label}
      hint={hint}
      name={name}
      defaultValue={fieldValue(state, name)}
      error={fieldError(state, name)}
      required
    />
  );
}
