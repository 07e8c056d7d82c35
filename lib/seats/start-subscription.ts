import { eq } from "drizzle-orm";
import { subscriptions } from "#db/schema/subscriptions";
import type { Member } from "#lib/actor";
import { firstPeriod } from "#lib/billing/first-period";
import { issueInvoice } from "#lib/billing/issue-invoice";
import { listOpenInvoices } from "#lib/billing/list-open-invoices";
import { adminChange } from "#lib/change";
import { recordedDay } from "#lib/dates";
import { Refusal } from "#lib/refusal";
import { reduceAtOnce } from "#lib/seats/reduce-at-once";
import { findLatestChange } from "#lib/seats/refuse-changed";
import { refuseState } from "#lib/seats/refuse-state";
import { startableTotals, whyNotStartSubscription } from "#lib/seats/rules";
import type { StartSubscription } from "#lib/seats/schema";
import { settle } from "#lib/seats/settle";
import { tellOfPayment } from "#lib/seats/tell-of-payment";

/**
 * An Owner starts an ended subscription again from today on, with as many spots as before or no more
 * than are used, for the sum that the page showed. With it the account can be written in again.
 */
export function startSubscription(actor: Member, input: StartSubscription) {
  const { accountId } = actor;
  const kind = "subscription.started";
  return adminChange(actor, input.requestId, kind, async (tx, _account, admin) => {
    const ended = await settle(tx, accountId);
    const open = await listOpenInvoices(tx, accountId);
    const why = whyNotStartSubscription(admin, ended, open.length);
    if (why) await refuseState(tx, accountId, why);
    if (!startableTotals(ended).includes(input.total)) {
      const { by, at } = await findLatestChange(tx, accountId);
      throw new Refusal("spots_changed", { by, at, total: ended.total, used: ended.used });
    }
    if (input.total < ended.total) await reduceAtOnce(tx, actor, ended, input.total);
    const next = { ...firstPeriod(ended), total: input.total };
    const { anchorOn, period, periodStart, periodEnd, renewsAt } = next;
    const { total: seats, currency, timeZone } = next;
    const charge = { kind: "period", seats, fromOn: periodStart } as const;
    const { number, amount } = await issueInvoice(tx, accountId, next, charge);
    if (amount !== input.seenAmount) {
      throw new Refusal("price_changed", { price: { amount, currency } });
    }
    await tx
      .update(subscriptions)
      .set({
        status: "active",
        ...{ anchorOn, period, periodStart, periodEnd, renewsAt },
        ...{ cancelledAt: null, cancelledBy: null, readOnlyAt: null },
      })
      .where(eq(subscriptions.accountId, accountId));
    await tellOfPayment(tx, next, { number, amount });
    const until = recordedDay(renewsAt, timeZone);
    return { data: { seats, invoiceNumber: number, amount, currency, until } };
  });
}
