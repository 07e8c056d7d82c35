import type { Member } from "#lib/actor";
import { record } from "#lib/audit/record";
import { issueInvoice, priceOf } from "#lib/billing/issue-invoice";
import { dayOf } from "#lib/billing/periods";
import { adminChange } from "#lib/change";
import { now } from "#lib/clock";
import { Refusal } from "#lib/refusal";
import { insertSeatChange } from "#lib/seats/insert-seat-change";
import { refuseChanged } from "#lib/seats/refuse-changed";
import { whyNotAddSeats, whyNotChangeSeats } from "#lib/seats/rules";
import { cancelSchedule } from "#lib/seats/schedule-reduction";
import type { AddSeats } from "#lib/seats/schema";
import { settle } from "#lib/seats/settle";
import { tellOfBilling } from "#lib/seats/tell-of-billing";

/**
 * More user spots, at once, charged from today to the end of the period as the page said. The total
 * and the sum are those that were shown, or it is refused (domain rules 14 and 15).
 */
export function addSeats(actor: Member, input: AddSeats) {
  const { accountId, userId, name } = actor;
  return adminChange(actor, input.requestId, "seats.added", async (tx, _account, admin) => {
    const subscription = await settle(tx, accountId);
    const { total, schedule, currency, timeZone, status } = subscription;
    const why = whyNotChangeSeats(admin, subscription) ?? whyNotAddSeats(subscription);
    if (why) throw new Refusal(why);
    await refuseChanged(tx, accountId, subscription, input);
    if (input.total <= total) throw new Refusal("not_more", { total });
    if (schedule && !input.reduction) {
      const on = schedule.effectiveAt.toISOString();
      throw new Refusal("choose_reduction", { count: schedule.toTotal, on });
    }

    const more = { seats: input.total - total, fromOn: dayOf(now(), timeZone) };
    const { amount } =
      status === "trial" ? { amount: 0 } : await priceOf(tx, accountId, subscription, more);
    if (amount !== input.seenAmount) {
      throw new Refusal("price_changed", { price: { amount, currency } });
    }
    const invoice =
      status === "trial"
        ? null
        : await issueInvoice(tx, accountId, subscription, { kind: "seats", ...more });
    const changeId = await insertSeatChange(tx, {
      accountId,
      kind: "added",
      fromTotal: total,
      toTotal: input.total,
      byUserId: userId,
      reason: input.reason,
      invoiceId: invoice?.id ?? null,
    });
    const told = { changeId, from: total, to: input.total };
    await tellOfBilling(tx, accountId, "spots_changed", {
      what: "added",
      by: name,
      effectiveAt: now().toISOString(),
      ...told,
      ...(invoice && { charged: { amount, currency } }),
    });
    if (schedule && input.reduction === "cancel") {
      const raised = { ...subscription, total: input.total };
      const data = await cancelSchedule(tx, actor, schedule, raised);
      await record(tx, actor, { kind: "seats.reduction_cancelled", data });
    }
    const charged = invoice && { amount, currency, invoiceNumber: invoice.number };
    return { data: { ...told, reason: input.reason, charged } };
  });
}
