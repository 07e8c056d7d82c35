import { TextField } from "#components/ui/field";
import { type FormState, fieldError, fieldValue } from "#lib/form-state";

/** What the caller says of the card, and where they can be called back. */
export function StatedCardFields({ state }: { state: FormState }) {
  const of = (name: string) => ({
    name,
    defaultValue: fieldValue(state, name),
    error: fieldError(state, name),
  });
  return (
    <>
      <TextField
        label="Card holder’s name, as they say it"
        hint="It is compared with the card on file. Do not help them with it."
        autoComplete="off"
        required
        {...of("holderName")}
      />
      <TextField
        label="Last four digits, as they say them"
        hint="These four alone. Never take down the full card number."
        inputMode="numeric"
        autoComplete="off"
        pattern="\s*[0-9]{4}\s*"
        title="Exactly the last four digits, such as 4242"
        required
        {...of("last4")}
      />
      <TextField
        label="Callback number"
        hint="Where you call them back, from a source of your own if there is one."
        type="tel"
        autoComplete="off"
        required
        {...of("callbackNumber")}
      />
    </>
  );
}
