import { z } from "zod";
import { planNames } from "#lib/billing/plans";
import { emailAddress, line, requestId } from "#lib/input";
import { MOST_SEATS } from "#lib/seats/rules";

export const openAccountSchema = z.object({
  name: line("The account's name", 200),
  ownerFirst: line("The Owner's first name", 100),
  ownerLast: line("The Owner's last name", 100),
  email: emailAddress,
  seats: z
    .string({ error: "The number of user spots is missing." })
    .regex(/^\d+$/, "The number of user spots is to be a whole number.")
    .transform(Number)
    .pipe(
      z
        .number()
        .min(1, "An account needs at least one user spot, which its Owner takes.")
        .max(MOST_SEATS, "An account can have at most 100,000 user spots."),
    ),
  plan: z.enum(planNames, { error: "The plan is to be monthly or annual." }).default("monthly"),
});
export type OpenAccount = z.infer<typeof openAccountSchema>;

export const changeSignInRuleSchema = z.object({ requestId });
export type ChangeSignInRule = z.infer<typeof changeSignInRuleSchema>;
