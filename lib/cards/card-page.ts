import { and, asc, eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { invoices } from "#db/schema/invoices";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { findCardChange } from "#lib/cards/find-card-change";
import { whyNotRequestCardChange } from "#lib/cards/rules";
import { read } from "#lib/transaction";

/**
 * The card on file, the change that is under way, what is owed and would be charged to another card,
 * and what came of the change that was just made.
 */
export function getCardPage(actor: Member, doneId: string | undefined) {
  const { accountId } = actor;
  return read(actor, async (tx) => {
    const [card] = await tx
      .select({
        holderName: accounts.cardHolderName,
        last4: accounts.cardLast4,
        billingEmail: accounts.billingEmail,
        holderUser: { id: users.id, name: users.name },
      })
      .from(accounts)
      .leftJoin(
        users,
        and(eq(users.accountId, accounts.id), eq(users.id, accounts.cardHolderUserId)),
      )
      .where(eq(accounts.id, accountId));
    if (!card) throw new Error("The actor's account is not there.");
    const open = await findCardChange(tx, accountId, "open");
    const owed = await tx
      .select({ number: invoices.number, amount: invoices.amount, currency: invoices.currency })
      .from(invoices)
      .where(and(eq(invoices.accountId, accountId), eq(invoices.status, "open")))
      .orderBy(asc(invoices.number));
    return {
      card,
      change: open?.state === "unconfirmed" ? open : null,
      owed,
      done: doneId ? await findCardChange(tx, accountId, { id: doneId }) : null,
      whyNot: actor.isOwner ? null : whyNotRequestCardChange(card),
    };
  });
}
