import { decode } from "next-auth/jwt";
import { z } from "zod";
import { secret } from "#lib/auth";
import { Refusal } from "#lib/refusal";
import type { ChooseAccount } from "#lib/sessions/schema";
import { startSession, type Visitor } from "#lib/sessions/start-session";
import { transact } from "#lib/transaction";

const ticketSchema = z.object({
  choices: z.array(z.object({ accountId: z.uuid(), userId: z.uuid(), proof: z.string() })),
});

/** The second step for an e-mail in several accounts: the ticket proves that the password was right. */
export async function chooseAccount(
  { ticket, accountId }: Omit<ChooseAccount, "next">,
  visitor: Visitor,
) {
  const content = await decode({ token: ticket, secret: secret(), salt: "account choice" }).catch(
    () => null,
  );
  const parsed = ticketSchema.safeParse(content);
  const choice = parsed.data?.choices.find((one) => one.accountId === accountId);
  if (!choice) throw new Refusal("choice_expired");
  const session = await transact({ kind: "system", accountId }, (tx) =>
    startSession(tx, choice, visitor),
  );
  return { session };
}
