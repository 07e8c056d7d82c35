import type { Member } from "#lib/actor";
import { getSubscription, type Subscription } from "#lib/billing/get-subscription";
import { priceOf } from "#lib/billing/issue-invoice";
import { dayOf } from "#lib/billing/periods";
import { now } from "#lib/clock";
import { renewIfDue } from "#lib/seats/renew-if-due";
import { whyNotAddSeats, whyNotChangeSeats } from "#lib/seats/rules";
import { readMore } from "#lib/seats/schema";
import { read, type Tx } from "#lib/transaction";

export type AddSeatsPage = Awaited<ReturnType<typeof getAddSeatsPage>>;

/** What so many more user spots cost, exactly as they would be charged now, or why there are none. */
export async function getAddSeatsPage(actor: Member, count: unknown) {
  const { accountId } = actor;
  await renewIfDue(actor);
  return read(actor, async (tx) => {
    const subscription = await getSubscription(tx, accountId);
    const whyNot = whyNotChangeSeats(actor, subscription) ?? whyNotAddSeats(subscription);
    const asked = readMore(count, subscription.total);
    const offer =
      whyNot || "error" in asked ? null : await makeOffer(tx, accountId, subscription, asked.more);
    return {
      subscription,
      whyNot,
      error: "error" in asked ? asked.error : undefined,
      offer,
    };
  });
}

async function makeOffer(tx: Tx, accountId: string, subscription: Subscription, more: number) {
  const { total, status, timeZone } = subscription;
  const charged = { seats: more, fromOn: dayOf(now(), timeZone) };
  const price = status === "trial" ? null : await priceOf(tx, accountId, subscription, charged);
  return { more, total: total + more, price };
}
