import type { Member } from "#lib/actor";
import { getSubscription } from "#lib/billing/get-subscription";
import { now } from "#lib/clock";
import { renewSubscription } from "#lib/seats/renew-subscription";
import { read } from "#lib/transaction";

/**
 * Before a page from which user spots are changed: the job comes each minute, and what is shown of a
 * period that is over would be refused.
 */
export async function renewIfDue(actor: Member): Promise<void> {
  const { accountId } = actor;
  const { status, renewsAt } = await read(actor, (tx) => getSubscription(tx, accountId));
  if (status !== "ended" && renewsAt <= now()) await renewSubscription({ accountId });
}
