import { seatChanges } from "#db/schema/seat-changes";
import { record } from "#lib/audit/record";
import type { Subscription } from "#lib/billing/get-subscription";
import { now } from "#lib/clock";
import { seatsAtRenewal } from "#lib/seats/seats-at-renewal";
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
  const to = seatsAtRenewal({ schedule, total, used, minimumSeats });
  const what = to < total ? ("reduced" as const) : ("kept" as const);
  const [change] = await tx
    .insert(seatChanges)
    .values({
      accountId,
      kind: what,
      at: now(),
      effectiveAt: schedule.effectiveAt,
      fromTotal: total,
      toTotal: to,
      reason: to === wanted ? "" : `Not reduced to ${wanted}, as ${used} were used.`,
      scheduleId: schedule.id,
    })
    .returning({ id: seatChanges.id });
  if (!change) throw new Error("The change was not inserted.");
  const told = { changeId: change.id, from: total, to, ...(to === wanted ? {} : { wanted }) };
  const data = { ...told, reason: "", scheduledBy: schedule.by };
  await record(tx, { accountId }, { kind: "seats.reduced", data });
  const effectiveAt = schedule.effectiveAt.toISOString();
  await tellOfBilling(tx, accountId, "spots_changed", { what, by: null, effectiveAt, ...told });
  return to;
}
