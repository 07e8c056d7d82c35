import type { ReassignChoicesProps } from "#components/transfers/reassign-choices";
import { ChoiceGroup } from "#components/ui/choice";
import { TextField } from "#components/ui/field";

/** A whole number of parts for each who receives any. */
export function ShareChoice({ choices, colleagues }: ReassignChoicesProps) {
  return (
    <ChoiceGroup
      legend="How many parts does each get?"
      hint="Whole numbers, such as 2, 1 and 1: the first then gets half. Leave it empty for whoever gets none."
      wide
    >
      {colleagues.shown.map(({ id, name, email }) => (
        <div key={id}>
          <input type="hidden" name="share" value={id} />
          <TextField
            label={`${name} (${email})`}
            name="parts"
            inputMode="numeric"
            maxLength={3}
            defaultValue={choices.shares.get(id) ?? ""}
          />
        </div>
      ))}
    </ChoiceGroup>
  );
}
