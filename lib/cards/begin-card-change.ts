import { cardChanges } from "#db/schema/card-changes";
import type { Member } from "#lib/actor";
import { endOpenCardChange } from "#lib/cards/end-open-card-change";
import type { RequestCardChange } from "#lib/cards/schema";
import { now } from "#lib/clock";
import { freshId } from "#lib/fresh-id";
import { linkToken, tokenHash } from "#lib/links";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";
import { findHolder } from "#lib/users/find-holder";

const DAYS = 7;

/** Another card, unconfirmed, in place of one that is under way; answers its id. */
export async function beginCardChange(
  tx: Tx,
  actor: Member,
  { holderName, last4, billingEmail, holderEmail }: RequestCardChange,
  sentTo: string | null,
): Promise<string> {
  const holderUserId = holderEmail ? await findActiveUser(tx, actor.accountId, holderEmail) : null;
  await endOpenCardChange(tx, actor);
  const id = await freshId(tx);
  await tx.insert(cardChanges).values({
    accountId: actor.accountId,
    id,
    holderName,
    last4,
    billingEmail,
    holderUserId,
    requestedBy: actor.userId,
    createdAt: now(),
    expiresAt: new Date(now().getTime() + DAYS * 86_400_000),
    sentTo,
    tokenHash: tokenHash(linkToken("card confirmation", id)),
  });
  return id;
}

async function findActiveUser(tx: Tx, accountId: string, email: string): Promise<string> {
  const user = await findHolder(tx, accountId, email);
  if (user?.status !== "active") throw new Refusal("holder_no_user", { email });
  return user.id;
}
