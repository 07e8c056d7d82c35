import { and, eq } from "drizzle-orm";
import { seatChanges } from "#db/schema/seat-changes";
import { seatSchedules } from "#db/schema/seat-schedules";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { getSubscription, type Subscription } from "#lib/billing/get-subscription";
import { listInvoices } from "#lib/billing/list-invoices";
import { dayOf } from "#lib/billing/periods";
import { findSpotsRule } from "#lib/seats/find-spots-rule";
import { getSpotsOverTime } from "#lib/seats/get-spots-over-time";
import { listSeatChanges } from "#lib/seats/list-seat-changes";
import { renewIfDue } from "#lib/seats/renew-if-due";
import { totalAtRenewal, whyNotChangeSeats } from "#lib/seats/rules";
import type { SubscriptionPageAsked } from "#lib/seats/schema";
import { read, type Tx } from "#lib/transaction";

export type SubscriptionPage = Awaited<ReturnType<typeof getSubscriptionPage>>;

/** What is paid for and by whom, what is scheduled of it, and every change and invoice so far. */
export async function getSubscriptionPage(
  actor: Member,
  { changesBelow, invoicesBelow, cancelled }: SubscriptionPageAsked = {},
) {
  const { accountId } = actor;
  await renewIfDue(actor);
  return read(actor, async (tx) => {
    const [subscription, overTime, ledger, invoices, rule, cancellation] = await Promise.all([
      getSubscription(tx, accountId),
      getSpotsOverTime(tx, actor),
      listSeatChanges(tx, accountId, changesBelow),
      listInvoices(tx, accountId, invoicesBelow),
      findSpotsRule(tx, accountId),
      cancelled ? findCancellation(tx, accountId, cancelled) : null,
    ]);
    const { schedule } = subscription;
    return {
      subscription,
      scheduled: schedule && {
        toTotal: schedule.toTotal,
        on: dayOf(schedule.effectiveAt, actor.timeZone),
      },
      bill: billsOf(subscription),
      whyNot: whyNotChangeSeats(actor, subscription),
      ...{ overTime, ledger, invoices, rule, cancellation },
    };
  });
}

/** What one period costs, now and from the renewal on, in minor units. */
function billsOf(subscription: Subscription) {
  const { total, unitPrice, currency } = subscription;
  const laterTotal = totalAtRenewal(subscription);
  return {
    now: { amount: total * unitPrice, currency },
    later: { amount: laterTotal * unitPrice, currency },
    laterTotal,
  };
}

async function findCancellation(tx: Tx, accountId: string, changeId: string) {
  const [change] = await tx
    .select({
      id: seatChanges.id,
      at: seatChanges.at,
      by: users.name,
      toTotal: seatSchedules.toTotal,
      effectiveAt: seatSchedules.effectiveAt,
    })
    .from(seatChanges)
    .innerJoin(
      seatSchedules,
      and(
        eq(seatSchedules.accountId, seatChanges.accountId),
        eq(seatSchedules.id, seatChanges.scheduleId),
      ),
    )
    .innerJoin(
      users,
      and(eq(users.accountId, seatChanges.accountId), eq(users.id, seatChanges.byUserId)),
    )
    .where(
      and(
        eq(seatChanges.accountId, accountId),
        eq(seatChanges.id, changeId),
        eq(seatChanges.kind, "cancelled"),
      ),
    );
  return change ?? null;
}
