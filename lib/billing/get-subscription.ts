import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { seatSchedules } from "#db/schema/seat-schedules";
import { subscriptions } from "#db/schema/subscriptions";
import { users } from "#db/schema/users";
import type { Tx } from "#lib/transaction";

export type Subscription = Awaited<ReturnType<typeof getSubscription>>;

/** What is agreed and paid for, who pays, and the reduction that is scheduled, if one is. */
export async function getSubscription(tx: Tx, accountId: string) {
  const [row] = await tx
    .select({
      plan: subscriptions.plan,
      interval: subscriptions.interval,
      currency: subscriptions.currency,
      unitPrice: subscriptions.unitPrice,
      minimumSeats: subscriptions.minimumSeats,
      status: subscriptions.status,
      anchorOn: subscriptions.anchorOn,
      period: subscriptions.period,
      periodStart: subscriptions.periodStart,
      periodEnd: subscriptions.periodEnd,
      renewsAt: subscriptions.renewsAt,
      cancelledAt: subscriptions.cancelledAt,
      pastDueSince: subscriptions.pastDueSince,
      readOnlyAt: subscriptions.readOnlyAt,
      timeZone: accounts.timeZone,
      total: accounts.seatsTotal,
      used: accounts.seatsUsed,
      ownersKeepSeats: accounts.ownersKeepSeats,
      cardHolderName: accounts.cardHolderName,
      cardLast4: accounts.cardLast4,
      billingEmail: accounts.billingEmail,
      schedule: {
        id: seatSchedules.id,
        toTotal: seatSchedules.toTotal,
        effectiveAt: seatSchedules.effectiveAt,
        createdAt: seatSchedules.createdAt,
      },
      scheduledBy: users.name,
    })
    .from(subscriptions)
    .innerJoin(accounts, eq(accounts.id, subscriptions.accountId))
    .leftJoin(
      seatSchedules,
      and(eq(seatSchedules.accountId, subscriptions.accountId), isNull(seatSchedules.endedAt)),
    )
    .leftJoin(
      users,
      and(eq(users.accountId, seatSchedules.accountId), eq(users.id, seatSchedules.createdBy)),
    )
    .where(eq(subscriptions.accountId, accountId));
  if (!row) throw new Error("The account has no subscription.");
  const { schedule, scheduledBy, ...rest } = row;
  return { ...rest, schedule: schedule && { ...schedule, by: scheduledBy ?? "" } };
}
