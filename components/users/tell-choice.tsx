import { Choice, ChoiceGroup } from "#components/ui/choice";
import { TextAreaField } from "#components/ui/field";
import { type FormState, fieldError, fieldValue } from "#lib/form-state";

type TellChoiceProps = {
  state: FormState<unknown>;
  /** "Tell Ben Baker by e-mail" */
  title: string;
  description: string;
  /** What a schedule asks for that may be changed here. */
  first?: { tell?: "yes"; line?: string };
};

/** Whether who leaves is told so by e-mail; the personal line counts only with it. */
export function TellChoice({ state, title, description, first }: TellChoiceProps) {
  return (
    <ChoiceGroup legend="E-mail" error={fieldError(state, "tell")}>
      <Choice
        type="checkbox"
        name="tell"
        value="yes"
        title={title}
        description={description}
        defaultChecked={
          state.status === "idle" ? first?.tell === "yes" : fieldValue(state, "tell") === "yes"
        }
      >
        <TextAreaField
          label="Personal line"
          name="line"
          optional
          hint="In your own words, up to 500 characters."
          rows={2}
          defaultValue={fieldValue(state, "line", first?.line)}
          error={fieldError(state, "line")}
        />
      </Choice>
    </ChoiceGroup>
  );
}
