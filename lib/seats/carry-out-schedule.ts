import { record } from "#lib/audit/record";
import type { Subscription } from "#lib/billing/get-subscription";
import { insertSeatChange } from "#lib/seats/insert-seat-change";
import { totalAtRenewal } from "#lib/seats/rules";
import { tellOfBilling } from "#lib/seats/tell-of-billing";
import type { Tx } from "#lib/transaction";

type Due = Pick<Subscription, "schedule" | "total" | "used" | "minimumSeats">;

/**
 * The scheduled total counts from here on, or as many spots as are used by now (domain rule 14),
 * which the admins and the card holder are told. Answers the total.
 */
export async function carryOutSchedule(
  tx: Tx,
  accountId: string,
  { schedule, total, used, minimumSeats }: Due,
): Promise<number> {
  if (!schedule) return total;
  const wanted = schedule.toTotal;
  const to = totalAtRenewal({ schedule, total, used, minimumSeats });
  const what = to < total ? ("reduced" as const) : ("kept" as const);
  const changeId = await insertSeatChange(tx, {
    accountId,
    kind: what,
    effectiveAt: schedule.effectiveAt,
    fromTotal: total,
    toTotal: to,
    reason: to === wanted ? "" : `Not reduced to ${wanted}, as ${used} were used.`,
    scheduleId: schedule.id,
  });
  const told = { changeId, from: total, to, ...(to === wanted ? {} : { wanted }) };
  const data = { ...told, reason: "", scheduledBy: schedule.by };
  await record(tx, { accountId }, { kind: "seats.reduced", data });
  const effectiveAt = schedule.effectiveAt.toISOString();
  await tellOfBilling(tx, accountId, "spots_changed", { what, by: null, effectiveAt, ...told });
  return to;
}
