import { eq } from "drizzle-orm";
import { subscriptions } from "#db/schema/subscriptions";
import { record } from "#lib/audit/record";
import { getSubscription, type Subscription } from "#lib/billing/get-subscription";
import { readOnlyAfter } from "#lib/billing/grace";
import { issueInvoice } from "#lib/billing/issue-invoice";
import { periodAfter } from "#lib/billing/periods";
import { now } from "#lib/clock";
import { recordedDay } from "#lib/dates";
import { carryOutSchedule } from "#lib/seats/carry-out-schedule";
import { tellOfBilling } from "#lib/seats/tell-of-billing";
import { tellOfPayment } from "#lib/seats/tell-of-payment";
import type { Tx } from "#lib/transaction";

/**
 * Carries out every renewal that is due, and answers the subscription as it is then. Whatever changes
 * user spots begins with this, so that nothing depends on when the job comes. The account is locked
 * by the caller.
 */
export async function settle(tx: Tx, accountId: string): Promise<Subscription> {
  let subscription = await getSubscription(tx, accountId);
  while (subscription.status !== "ended" && subscription.renewsAt <= now()) {
    await endPeriod(tx, accountId, subscription);
    subscription = await getSubscription(tx, accountId);
  }
  return subscription;
}

async function endPeriod(tx: Tx, accountId: string, subscription: Subscription): Promise<void> {
  const total = await carryOutSchedule(tx, accountId, subscription);
  if (subscription.cancelledAt) return endSubscription(tx, accountId, subscription, "cancelled");
  if (subscription.status === "past_due") {
    return endSubscription(tx, accountId, subscription, "unpaid");
  }
  await beginPeriod(tx, accountId, { ...subscription, total });
}

async function endSubscription(
  tx: Tx,
  accountId: string,
  { renewsAt, readOnlyAt }: Subscription,
  why: "cancelled" | "unpaid",
): Promise<void> {
  const from = readOnlyAt && readOnlyAt < renewsAt ? readOnlyAt : renewsAt;
  await tx
    .update(subscriptions)
    .set({ status: "ended", pastDueSince: null, readOnlyAt: from })
    .where(eq(subscriptions.accountId, accountId));
  await record(tx, { accountId }, { kind: "subscription.ended", data: { why } });
  await tellOfBilling(tx, accountId, "subscription_ended", { why });
}

async function beginPeriod(tx: Tx, accountId: string, before: Subscription): Promise<void> {
  const { status, anchorOn, interval, timeZone, total } = before;
  const period = status === "trial" ? 0 : before.period + 1;
  const { start, end, renewsAt } = periodAfter(anchorOn, interval, period, timeZone);
  const next = { ...before, period, periodStart: start, periodEnd: end, renewsAt };
  const invoice = await issueInvoice(tx, accountId, next, {
    kind: "period",
    seats: total,
    fromOn: start,
  });
  const { number, amount, isPaid } = invoice;
  const { currency } = before;
  const readOnlyAt = isPaid ? null : readOnlyAfter(before.renewsAt);
  await tx
    .update(subscriptions)
    .set({
      status: isPaid ? "active" : "past_due",
      period,
      periodStart: start,
      periodEnd: end,
      renewsAt,
      pastDueSince: isPaid ? null : before.renewsAt,
      readOnlyAt,
    })
    .where(eq(subscriptions.accountId, accountId));
  const until = recordedDay(renewsAt, timeZone);
  await record(
    tx,
    { accountId },
    {
      kind: "subscription.renewed",
      data: { seats: total, invoiceNumber: number, amount, currency, isPaid, until },
    },
  );
  if (readOnlyAt) {
    const due = { number, amount, currency, readOnlyAt: readOnlyAt.toISOString() };
    return tellOfBilling(tx, accountId, "payment_due", due);
  }
  await tellOfPayment(tx, next, invoice);
}
