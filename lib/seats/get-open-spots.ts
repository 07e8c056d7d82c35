import type { Member } from "#lib/actor";
import { getSubscription } from "#lib/billing/get-subscription";
import { isReadOnly } from "#lib/read-only";
import type { OpenSpots } from "#lib/seats/final-step";
import { findWhyNotChange } from "#lib/seats/why-not-change";
import { read, type Tx } from "#lib/transaction";

/** The spots as they are now, for what is said about open ones after an inactivation. */
export async function getOpenSpots(tx: Tx, actor: Member): Promise<OpenSpots> {
  const subscription = await getSubscription(tx, actor.accountId);
  const whyNot = await findWhyNotChange(tx, actor, subscription);
  return { ...subscription, isReadOnly: isReadOnly(subscription), whyNot };
}

/** The same after what was done in other transactions. */
export function findOpenSpots(actor: Member): Promise<OpenSpots> {
  return read(actor, (tx) => getOpenSpots(tx, actor));
}
