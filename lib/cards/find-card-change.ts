import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { cardChanges } from "#db/schema/card-changes";
import { users } from "#db/schema/users";
import { type CardChangeState, cardChangeState } from "#lib/cards/card-change-state";
import { now } from "#lib/clock";
import { tokenHash } from "#lib/links";
import { read, type Tx } from "#lib/transaction";

/** By its link or its id, or the one that is neither done nor ended. */
export type CardChangeKey = { token: string } | { id: string } | "open";

export type CardChange = NonNullable<Awaited<ReturnType<typeof findCardChange>>>;

/** Another card as it was asked for, with how far it has come; null if there is none. */
export async function findCardChange(tx: Tx, accountId: string, key: CardChangeKey) {
  const [change] = await tx
    .select({
      id: cardChanges.id,
      holderName: cardChanges.holderName,
      last4: cardChanges.last4,
      billingEmail: cardChanges.billingEmail,
      requestedBy: cardChanges.requestedBy,
      requestedByName: users.name,
      createdAt: cardChanges.createdAt,
      expiresAt: cardChanges.expiresAt,
      sentTo: cardChanges.sentTo,
      confirmedAt: cardChanges.confirmedAt,
      doneAt: cardChanges.doneAt,
      endedAt: cardChanges.endedAt,
      accountName: accounts.name,
      presentEmail: accounts.billingEmail,
    })
    .from(cardChanges)
    .innerJoin(accounts, eq(accounts.id, cardChanges.accountId))
    .innerJoin(
      users,
      and(eq(users.accountId, cardChanges.accountId), eq(users.id, cardChanges.requestedBy)),
    )
    .where(and(eq(cardChanges.accountId, accountId), matches(key)));
  if (!change) return null;
  const state: CardChangeState = cardChangeState(change, now());
  return { ...change, state };
}

/** The one that a mailed link stands for. */
export function findLinkedCardChange(accountId: string, token: string): Promise<CardChange | null> {
  return read({ kind: "system", accountId }, (tx) => findCardChange(tx, accountId, { token }));
}

function matches(key: CardChangeKey) {
  if (key === "open") return and(isNull(cardChanges.doneAt), isNull(cardChanges.endedAt));
  if ("token" in key) return eq(cardChanges.tokenHash, tokenHash(key.token));
  return eq(cardChanges.id, key.id);
}
