import { z } from "zod";
import { holderName, last4, withoutCardNumber } from "#lib/cards/schema";
import { emailAddress, line } from "#lib/input";

const accountName = line("The name", 200).refine(
  (name) => /[\p{L}\p{N}]/u.test(name),
  "Type a letter or a digit of the name.",
);

/** By what support looks for an account. Which field holds what depends on the way. */
export const findAccountsSchema = z.discriminatedUnion(
  "way",
  [
    z.object({ way: z.literal("name"), words: withoutCardNumber(accountName) }),
    z.object({ way: z.literal("email"), words: withoutCardNumber(emailAddress) }),
    z.object({ way: z.literal("card"), words: holderName, last4 }),
    z.object({
      way: z.literal("id"),
      words: z
        .string({ error: "The id is missing." })
        .trim()
        .toLowerCase()
        .pipe(z.uuid({ error: "An account's id has 32 letters and digits in five groups." })),
    }),
  ],
  { error: "Choose what to search by." },
);
export type FindAccounts = z.infer<typeof findAccountsSchema>;
