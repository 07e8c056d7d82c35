import { z } from "zod";
import { Refusal } from "#lib/refusal";
import { type AfterPassword, afterPassword } from "#lib/sessions/after-password";
import type { ChooseAccount } from "#lib/sessions/schema";
import type { Visitor } from "#lib/sessions/start-session";
import { readTicket } from "#lib/sessions/ticket";

const ticketSchema = z.object({
  choices: z.array(z.object({ accountId: z.uuid(), userId: z.uuid(), proof: z.string() })),
});

/** For an e-mail in several accounts: the ticket proves that the password was right. */
export async function chooseAccount(
  { ticket, accountId }: Omit<ChooseAccount, "next">,
  visitor: Visitor,
): Promise<AfterPassword> {
  const content = await readTicket("account choice", ticket, ticketSchema);
  const choice = content?.choices.find((one) => one.accountId === accountId);
  if (!choice) throw new Refusal("choice_expired");
  return afterPassword(choice, visitor);
}
