import { eq, sql } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

type Stated = { holderName: string; last4: string };

/** Where the confirmation goes, if what was said of the card is true of the one on file. */
export async function matchCard(tx: Tx, accountId: string, stated: Stated): Promise<string> {
  const [card] = await tx
    .select({
      matches: sql<boolean | null>`${accounts.cardLast4} = ${stated.last4}
        and handover_fold(${accounts.cardHolderName}) = handover_fold(${stated.holderName})`,
      billingEmail: accounts.billingEmail,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!card?.matches) throw new Refusal("case_card_differs");
  if (!card.billingEmail) throw new Refusal("no_billing_address");
  return card.billingEmail;
}
