import type { Member } from "#lib/actor";
import { findLatestOfKinds } from "#lib/audit/find-latest-of-kinds";
import { findSubscriptionEvent } from "#lib/audit/find-subscription-event";
import { firstPeriod } from "#lib/billing/first-period";
import { getSubscription } from "#lib/billing/get-subscription";
import { priceOf } from "#lib/billing/issue-invoice";
import { listOpenInvoices } from "#lib/billing/list-open-invoices";
import { listText } from "#lib/plurals";
import { isReadOnly } from "#lib/read-only";
import { listOwnerNames } from "#lib/seats/list-owner-names";
import {
  startableTotals,
  totalAtRenewal,
  whyNotCancelSubscription,
  whyNotResumeSubscription,
  whyNotStartSubscription,
} from "#lib/seats/rules";
import { read } from "#lib/transaction";

export type SubscriptionFacts = Awaited<ReturnType<typeof getSubscriptionStatus>>;

/** How the subscription stands, what is to come of it, and what this admin can do about that. */
export function getSubscriptionStatus(actor: Member, doneId?: string) {
  const { accountId } = actor;
  return read(actor, async (tx) => {
    const subscription = await getSubscription(tx, accountId);
    const { status, interval, currency, unitPrice, total, used, cardLast4 } = subscription;
    const { renewsAt, cancelledAt, readOnlyAt } = subscription;
    const [open, latest, done, owners] = await Promise.all([
      listOpenInvoices(tx, accountId),
      findLatestOfKinds(tx, accountId, "subscription.cancelled", "subscription.ended"),
      doneId ? findSubscriptionEvent(tx, accountId, doneId) : null,
      listOwnerNames(tx, accountId),
    ]);
    const next = firstPeriod(subscription);
    const offers = await Promise.all(
      startableTotals(subscription).map(async (seats) => ({
        seats,
        ...(await priceOf(tx, accountId, next, { seats, fromOn: next.periodStart })),
      })),
    );
    const seats = totalAtRenewal(subscription);
    return {
      ...{ status, interval, cardLast4, cancelledAt, readOnlyAt, open, done, total, used },
      ...{ renewsAt, owners: listText(owners), isOwner: actor.isOwner },
      isReadOnly: isReadOnly(subscription),
      cancelledBy: latest?.kind === "subscription.cancelled" ? latest.actorName : null,
      endedAs:
        latest?.kind === "subscription.ended" && "why" in latest.data ? latest.data.why : null,
      /** What the next period costs, if it renews. */
      renewal: { seats, amount: unitPrice * seats, currency },
      /** What it costs to start again today. */
      again: {
        offers: offers.map(({ seats, amount }) => ({ seats, amount })),
        currency,
        until: next.renewsAt,
      },
      whyNot: {
        cancel: whyNotCancelSubscription(actor, subscription),
        resume: whyNotResumeSubscription(actor, subscription),
        start: whyNotStartSubscription(actor, subscription, open.length),
      },
    };
  });
}
