import type { ReactNode } from "react";
import { Choice, ChoiceGroup } from "#components/ui/choice";
import { CheckboxField, SelectField } from "#components/ui/field";
import { type FormState, fieldError, fieldValue, fieldValues } from "#lib/form-state";
import { plural } from "#lib/plurals";
import type { InactivationPlan } from "#lib/users/schema";

export type ContactsChoiceProps = {
  state: FormState<unknown>;
  /** "Ben Baker", "these 3 people" */
  userName: string;
  contacts: number;
  /** Too many to split in one step: a job does it. */
  isLarge: boolean;
  colleagues: { id: string; name: string; email: string | null }[];
  /** Whom the account has named as who receives them. */
  defaultSuccessor?: { id: string; name: string } | null;
  /** What a schedule asks for that may be changed here. */
  first?: Pick<InactivationPlan, "contacts" | "successorId" | "successorIds">;
  /** A further choice. */
  children?: ReactNode;
};

/** What happens to a leaver's contacts: they stay, go to one colleague, or are split evenly. */
export function ContactsChoice(props: ContactsChoiceProps) {
  const { state, userName, contacts, isLarge, colleagues, defaultSuccessor, first } = props;
  if (contacts === 0) {
    return (
      <>
        <input type="hidden" name="contacts" value="leave" />
        <p>There are no contacts of {userName} to hand over.</p>
      </>
    );
  }
  const chosen = fieldValue(
    state,
    "contacts",
    first?.contacts ?? (colleagues.length > 0 ? "one" : "leave"),
  );
  return (
    <ChoiceGroup
      legend={`What happens to the ${plural(contacts, "contact")} of ${userName}?`}
      error={fieldError(state, "contacts")}
    >
      {colleagues.length > 0 && (
        <Choice
          name="contacts"
          value="one"
          defaultChecked={chosen === "one"}
          title="Give all to one person"
          description="At once, whatever their number. Can be undone for 30 days."
        >
          <SelectField
            label="Who receives them"
            name="successorId"
            hint={
              defaultSuccessor && `${defaultSuccessor.name} is ${userName}'s default successor.`
            }
            defaultValue={fieldValue(
              state,
              "successorId",
              first?.successorId ?? defaultSuccessor?.id,
            )}
            error={fieldError(state, "successorId")}
          >
            <option value="">Choose a person</option>
            {colleagues.map(({ id, name, email }) => (
              <option key={id} value={id}>
                {name} ({email})
              </option>
            ))}
          </SelectField>
        </Choice>
      )}
      {props.children}
      {colleagues.length === 0 && (
        <p className="hint">There is no active colleague here who could receive them.</p>
      )}
      {colleagues.length > 1 && (
        <Choice
          name="contacts"
          value="split"
          defaultChecked={chosen === "split"}
          title="Split evenly among several"
          description={
            isLarge
              ? "Everyone gets the same number, give or take one. Access ends at once; so many contacts take a while to split, and change hands together when all are prepared. Can be cancelled until then, and undone for 30 days."
              : "Everyone gets the same number, give or take one. Can be undone for 30 days."
          }
        >
          <fieldset className="stack-tight">
            <legend className="field-label">Who receives a part</legend>
            {fieldError(state, "successorIds") && (
              <p className="field-error">{fieldError(state, "successorIds")}</p>
            )}
            {colleagues.map(({ id, name, email }) => (
              <CheckboxField
                key={id}
                label={`${name} (${email})`}
                name="successorIds"
                value={id}
                defaultChecked={(state.status === "idle"
                  ? first?.successorIds
                  : fieldValues(state, "successorIds")
                )?.includes(id)}
              />
            ))}
          </fieldset>
        </Choice>
      )}
      <Choice
        name="contacts"
        value="leave"
        defaultChecked={chosen === "leave"}
        title={`Leave them with ${userName} for now`}
        description="They stay visible and findable for everyone, under “Inactive users' contacts”."
      />
    </ChoiceGroup>
  );
}
