import type { Member } from "#lib/actor";
import { getSubscription } from "#lib/billing/get-subscription";
import { adminChange } from "#lib/change";
import { now } from "#lib/clock";
import { Refusal } from "#lib/refusal";
import { carryOutSchedule } from "#lib/seats/carry-out-schedule";
import { refuseChanged } from "#lib/seats/refuse-changed";
import { whyNotChangeSeats, whyNotReduceTo } from "#lib/seats/rules";
import { scheduleReduction } from "#lib/seats/schedule-reduction";
import type { ReduceSeats } from "#lib/seats/schema";
import { settle } from "#lib/seats/settle";

/**
 * Fewer user spots from the renewal on, or at once on trial, where nothing is paid yet (domain rule
 * 14). It is an absolute total, checked against what the page showed, and replaces what is scheduled.
 */
export function reduceSeats(actor: Member, input: ReduceSeats) {
  const { accountId } = actor;
  const kind = "seats.reduction_scheduled";
  return adminChange(actor, input.requestId, kind, async (tx, _account, admin) => {
    const subscription = await settle(tx, accountId);
    const { status, total, used, schedule, minimumSeats: limit } = subscription;
    const whyNot = whyNotChangeSeats(admin, subscription);
    if (whyNot) throw new Refusal(whyNot);
    if (status === "ended") throw new Refusal("subscription_over");
    await refuseChanged(tx, accountId, subscription, input);
    const why = whyNotReduceTo(input.total, subscription);
    if (why)
      throw new Refusal(why, { total: why === "below_used" ? input.total : total, used, limit });
    if (schedule?.toTotal === input.total) {
      const on = schedule.effectiveAt.toISOString();
      throw new Refusal("reduction_is_scheduled", { total: input.total, on });
    }
    const isAtOnce = status === "trial";
    const { data } = await scheduleReduction(tx, actor, subscription, {
      to: input.total,
      reason: input.reason,
      ...(isAtOnce && { effectiveAt: now() }),
    });
    if (isAtOnce) await carryOutSchedule(tx, accountId, await getSubscription(tx, accountId));
    return { data };
  });
}
