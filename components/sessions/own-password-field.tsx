import { TextField } from "#components/ui/field";
import { type FormState, fieldError } from "#lib/form-state";

type OwnPasswordFieldProps = { state: FormState<unknown>; hint?: string; optional?: boolean };

/** The person's own password, asked again before a step that a borrowed screen must not take. */
export function OwnPasswordField({ state, hint, optional = false }: OwnPasswordFieldProps) {
  return (
    <TextField
      label="Your password"
      name="password"
      type="password"
      autoComplete="current-password"
      hint={hint}
      optional={optional}
      required={!optional}
      error={fieldError(state, "password")}
    />
  );
}
