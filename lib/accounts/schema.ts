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

/** What came of charging an invoice, as a command says it. */
export const recordPaymentSchema = z.object({
  accountId: z.uuid(
    "The account is named by its id, such as 0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b.",
  ),
  invoiceNumber: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "The invoice is named by its number, such as 12.")
    .transform(Number),
  outcome: z.enum(["failed", "paid"], { error: "The outcome is to be failed or paid." }),
});
export type RecordPayment = z.infer<typeof recordPaymentSchema>;
