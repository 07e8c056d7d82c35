import { Choice, ChoiceGroup } from "#components/ui/choice";
import { type ContactField, contactFields } from "#lib/contacts/contact-fields";
import { keptByDefault } from "#lib/contacts/merged-details";
import { type FormState, fieldError, fieldValue } from "#lib/form-state";

type KeptValueProps = { field: ContactField; own: string; other: string; state: FormState };

/** One field of two contacts: which value stays, or the value where there is no choice to make. */
export function KeptValue({ field, own, other, state }: KeptValueProps) {
  const label = contactFields[field];
  if (own === other) {
    return (
      <div className="field">
        <p className="field-label">{label}</p>
        <p className="text-lines wrap-anywhere" dir="auto">
          {own}
        </p>
      </div>
    );
  }
  const chosen = fieldValue(state, field, keptByDefault(field, own, other));
  const choice = (value: string, title: string) => (
    <Choice
      name={field}
      value={value}
      defaultChecked={chosen === value}
      title={
        title ? (
          <span className="text-lines wrap-anywhere" dir="auto">
            {title}
          </span>
        ) : (
          <span className="muted">Nothing</span>
        )
      }
    />
  );
  return (
    <ChoiceGroup legend={label} error={fieldError(state, field)}>
      <div className="grid gap-2 sm:grid-cols-2">
        {choice("own", own)}
        {choice("other", other)}
      </div>
      {field === "notes" && own && other && choice("both", "Both, one after the other")}
    </ChoiceGroup>
  );
}
