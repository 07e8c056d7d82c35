import { and, desc, eq } from "drizzle-orm";
import { seatChanges } from "#db/schema/seat-changes";
import { seatSchedules } from "#db/schema/seat-schedules";
import type { Member } from "#lib/actor";
import type { EventData } from "#lib/audit/events";
import { billOf } from "#lib/billing/bill";
import type { Subscription } from "#lib/billing/get-subscription";
import { now } from "#lib/clock";
import { recordedDay } from "#lib/dates";
import { tellOfBilling } from "#lib/seats/tell-of-billing";
import type { Tx } from "#lib/transaction";

type Reduction = {
  to: number;
  reason: string;
  /** When it counts; the renewal if left out. */
  effectiveAt?: Date;
  /** Who takes a spot that would have gone. */
  forName?: string;
};

/** Fewer spots from the renewal on, in place of what was scheduled; answers what its event holds. */
export async function scheduleReduction(
  tx: Tx,
  actor: Member,
  subscription: Subscription,
  { to, reason, effectiveAt = subscription.renewsAt, forName }: Reduction,
): Promise<{ scheduleId: string; data: EventData["seats.reduction_scheduled"] }> {
  const { accountId, userId, name } = actor;
  const { schedule, total, timeZone, currency, interval } = subscription;
  const [made] = await tx
    .insert(seatSchedules)
    .values({
      accountId,
      fromTotal: total,
      toTotal: to,
      effectiveAt,
      reason,
      replacesId: schedule?.id ?? null,
      createdAt: now(),
      createdBy: userId,
    })
    .returning({ id: seatSchedules.id });
  if (!made) throw new Error("The schedule was not inserted.");
  const changeId = await latestChangeOf(tx, accountId, made.id);
  if (effectiveAt > now()) {
    await tellOfBilling(tx, accountId, "spots_changed", {
      what: schedule ? "replaced" : "scheduled",
      by: name,
      from: total,
      to,
      effectiveAt: effectiveAt.toISOString(),
      changeId,
      forName,
      bill: {
        ...{ before: billOf(subscription, total), after: billOf(subscription, to) },
        ...{ currency, interval },
      },
    });
  }
  const data = {
    changeId,
    from: total,
    to,
    effectiveAt: effectiveAt.toISOString(),
    day: recordedDay(effectiveAt, timeZone),
    reason,
    replaced: schedule?.toTotal ?? null,
    forName,
  };
  return { scheduleId: made.id, data };
}

/** The scheduled reduction is not carried out; answers what its event holds. */
export async function cancelSchedule(
  tx: Tx,
  actor: Member,
  schedule: NonNullable<Subscription["schedule"]>,
  { total, timeZone }: Subscription,
  forName?: string,
): Promise<EventData["seats.reduction_cancelled"]> {
  const { accountId, userId, name } = actor;
  await tx
    .update(seatSchedules)
    .set({ endedAt: now(), outcome: "cancelled", endedBy: userId })
    .where(and(eq(seatSchedules.accountId, accountId), eq(seatSchedules.id, schedule.id)));
  const changeId = await latestChangeOf(tx, accountId, schedule.id);
  const { toTotal: to, effectiveAt, by } = schedule;
  await tellOfBilling(tx, accountId, "spots_changed", {
    what: "cancelled",
    by: name,
    from: total,
    to,
    effectiveAt: effectiveAt.toISOString(),
    changeId,
    forName,
  });
  return { changeId, to, day: recordedDay(effectiveAt, timeZone), scheduledBy: by, forName };
}

/** The row of the ledger that the schedule's trigger has just written. */
async function latestChangeOf(tx: Tx, accountId: string, scheduleId: string): Promise<string> {
  const [change] = await tx
    .select({ id: seatChanges.id })
    .from(seatChanges)
    .where(and(eq(seatChanges.accountId, accountId), eq(seatChanges.scheduleId, scheduleId)))
    .orderBy(desc(seatChanges.number))
    .limit(1);
  if (!change) throw new Error("The schedule left no row in the ledger.");
  return change.id;
}
