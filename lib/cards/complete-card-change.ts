import { and, eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { cardChanges } from "#db/schema/card-changes";
import type { EventData } from "#lib/audit/events";
import { payOpenInvoices } from "#lib/billing/pay-open-invoices";
import type { CardChange } from "#lib/cards/find-card-change";
import { now } from "#lib/clock";
import { queueMail } from "#lib/mail/queue-mail";
import { settle } from "#lib/seats/settle";
import type { Tx } from "#lib/transaction";
import { listOwners } from "#lib/users/list-owners";

type Card = { holderName: string; last4: string; billingEmail: string };

/**
 * The other card is on file from here on, which the database writes, and what is owed is charged to
 * it. Answers what its event holds. The account is locked by the caller.
 */
export async function completeCardChange(
  tx: Tx,
  accountId: string,
  change: CardChange,
): Promise<EventData["card.changed"]> {
  // What was due before is the card's from before.
  await settle(tx, accountId);
  const before = await findCard(tx, accountId);
  const confirmedBy = change.sentTo;
  await tx
    .update(cardChanges)
    .set({ doneAt: now(), ...(confirmedBy && { confirmedAt: now() }) })
    .where(and(eq(cardChanges.accountId, accountId), eq(cardChanges.id, change.id)));
  await payOpenInvoices(tx, accountId);
  const { holderName, last4, billingEmail, requestedByName } = change;
  const after = { holderName, last4, billingEmail };
  await tellOfCard(tx, accountId, requestedByName, before, after);
  return { changeId: change.id, ...after, before, ...(confirmedBy && { confirmedBy }) };
}

async function findCard(tx: Tx, accountId: string): Promise<Card | null> {
  const [account] = await tx
    .select({
      holderName: accounts.cardHolderName,
      last4: accounts.cardLast4,
      billingEmail: accounts.billingEmail,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  const { holderName, last4, billingEmail } = account ?? {};
  if (!holderName && !last4 && !billingEmail) return null;
  return { holderName: holderName ?? "", last4: last4 ?? "", billingEmail: billingEmail ?? "" };
}

/** Where bills went and where they go, and the Owners: each address once. */
async function tellOfCard(
  tx: Tx,
  accountId: string,
  by: string,
  before: Card | null,
  after: Card,
): Promise<void> {
  const told = new Set<string>();
  for (const { id, email } of await listOwners(tx, accountId)) {
    if (email) told.add(email.toLowerCase());
    await queueMail(tx, { userId: id }, "card_changed", { by, ...after });
  }
  for (const card of [before, after]) {
    if (!card?.billingEmail || told.has(card.billingEmail.toLowerCase())) continue;
    told.add(card.billingEmail.toLowerCase());
    const holder = { address: card.billingEmail, name: card.holderName };
    await queueMail(tx, holder, "card_changed", { by, ...after });
  }
}
