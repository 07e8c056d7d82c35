import { z } from "zod";
import { hasCardNumber } from "#lib/cards/card-number";
import { emailAddress, id, line, optional, requestId } from "#lib/input";
import { typedPassword } from "#lib/sessions/schema";

export const NEVER =
  "Never enter a full card number here. Nothing was kept of it. Only the last four digits are needed.";

/** Looked at before anything else is: what is wrong besides does not matter then. */
export function withoutCardNumber<Schema extends z.ZodType>(schema: Schema) {
  return z
    .unknown()
    .refine((value) => typeof value !== "string" || !hasCardNumber(value), {
      error: NEVER,
      abort: true,
    })
    .pipe(schema);
}

// Letters between the digits of a number hide nothing; an address may well have both.
export const holderName = withoutCardNumber(
  line("The card holder's name", 200).refine(
    (name) => !hasCardNumber(name.replaceAll(/\p{L}/gu, "")),
    NEVER,
  ),
);

export const last4 = withoutCardNumber(
  z
    .string({ error: "The last four digits are missing." })
    .trim()
    .regex(/^[0-9]{4}$/, "Enter exactly the last four digits of the card, such as 4242."),
);

export const requestCardChangeSchema = z.object({
  requestId,
  holderName,
  last4,
  billingEmail: withoutCardNumber(emailAddress),
  /** Of the user that the card holder is, if any: names are never matched. */
  holderEmail: optional(withoutCardNumber(emailAddress)),
});
export type RequestCardChange = z.infer<typeof requestCardChangeSchema>;

export const changeCardHolderSchema = requestCardChangeSchema.extend({ password: typedPassword });
export type ChangeCardHolder = z.infer<typeof changeCardHolderSchema>;

export const endCardChangeSchema = z.object({ requestId, changeId: id });
export type EndCardChange = z.infer<typeof endCardChangeSchema>;
