import type { Subscription } from "#lib/billing/get-subscription";
import { dayOf, periodAfter } from "#lib/billing/periods";
import { now } from "#lib/clock";

/** The subscription as it begins anew: from today on the account's clock, on the same terms. */
export function firstPeriod(subscription: Subscription): Subscription {
  const { interval, timeZone } = subscription;
  const anchorOn = dayOf(now(), timeZone);
  const { start, end, renewsAt } = periodAfter(anchorOn, interval, 0, timeZone);
  return { ...subscription, anchorOn, period: 0, periodStart: start, periodEnd: end, renewsAt };
}
