import { Choice, ChoiceGroup } from "#components/ui/choice";
import { TextField } from "#components/ui/field";
import { timeZoneText } from "#lib/dates";
import { type FormState, fieldError, fieldValue } from "#lib/form-state";

type WhenChoiceProps = {
  state: FormState<unknown>;
  timeZone: string;
  /** What the clock shows when a schedule runs that may be changed here. */
  wallTime?: string;
  onChange: (when: "now" | "later") => void;
};

/** At once, or at a moment that is read on the clock of the account's time zone. */
export function WhenChoice({ state, timeZone, wallTime, onChange }: WhenChoiceProps) {
  const chosen = fieldValue(state, "when", wallTime ? "later" : "now");
  return (
    <ChoiceGroup legend="When?" error={fieldError(state, "when")}>
      <Choice
        name="when"
        value="now"
        title="Now"
        description={
          wallTime
            ? "As soon as you click Make Inactive. The schedule ends with it."
            : "As soon as you click Make Inactive."
        }
        defaultChecked={chosen === "now"}
        onChange={() => onChange("now")}
      />
      <Choice
        name="when"
        value="later"
        title="On a date and time"
        description="Until then nothing changes, and it can be cancelled. Everything is checked again then; should it be refused, you and the other admins are told by e-mail."
        defaultChecked={chosen === "later"}
        onChange={() => onChange("later")}
      >
        <TextField
          type="datetime-local"
          name="runAt"
          label="Date and time"
          hint={`In your account's time zone, ${timeZoneText(timeZone)}.`}
          defaultValue={fieldValue(state, "runAt", wallTime)}
          error={fieldError(state, "runAt")}
        />
      </Choice>
    </ChoiceGroup>
  );
}
