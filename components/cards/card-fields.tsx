import { TextField } from "#components/ui/field";
import { type FormState, fieldError, fieldValue } from "#lib/form-state";

/** Who holds the new card, its last four digits, and where bills go. */
export function CardFields({ state }: { state: FormState<unknown> }) {
  const of = (name: string) => ({
    name,
    defaultValue: fieldValue(state, name),
    error: fieldError(state, name),
  });
  return (
    <>
      <TextField
        label="Card holder’s name"
        hint="As it is written on the card."
        autoComplete="cc-name"
        required
        {...of("holderName")}
      />
      <TextField
        label="Last four digits of the card"
        hint="These four alone. Never enter the full card number."
        inputMode="numeric"
        autoComplete="off"
        // Stopped in the browser already, and not cut to four: the first four are the wrong ones.
        pattern="\s*[0-9]{4}\s*"
        title="Exactly the last four digits, such as 4242"
        required
        {...of("last4")}
      />
      <TextField
        label="Billing e-mail"
        hint="Where bills go from then on, and where a later change is confirmed."
        type="email"
        autoComplete="off"
        required
        {...of("billingEmail")}
      />
      <TextField
        label="E-mail of the user, if the card holder is one of your users"
        hint="Leave it empty if not: names are never matched. An Account Owner who holds the card keeps that status until the card changes."
        type="email"
        autoComplete="off"
        optional
        {...of("holderEmail")}
      />
    </>
  );
}
