import { z } from "zod";
import { quotesCardNumber } from "#lib/cards/card-number";
import { NEVER } from "#lib/cards/schema";
import { id, line } from "#lib/input";

const LONGEST_REASON = 500;

export const lookSchema = z.object({
  account: id,
  // Lines are one line in a log.
  reason: z
    .string({ error: "The reason is missing." })
    .transform((reason) => reason.replaceAll(/\s+/g, " "))
    .pipe(line("The reason", LONGEST_REASON))
    .refine((reason) => !quotesCardNumber(reason), NEVER)
    .refine(
      (reason) => reason.length >= 3,
      "Say in a few words why you look: the account's admins read it in their log.",
    ),
});
export type Look = z.infer<typeof lookSchema>;
