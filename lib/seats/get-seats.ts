import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { seatSchedules } from "#db/schema/seat-schedules";
import type { Member } from "#lib/actor";
import { read, type Tx } from "#lib/transaction";

/** User spots as they are shown everywhere: with what is scheduled of them. */
export type Seats = {
  total: number;
  used: number;
  scheduled: { toTotal: number; effectiveAt: Date } | null;
};

/** The account's user spots: how many are paid for, and how many active users hold one. */
export async function getSeats(tx: Tx, accountId: string): Promise<Seats> {
  const [seats] = await tx
    .select({
      total: accounts.seatsTotal,
      used: accounts.seatsUsed,
      scheduled: { toTotal: seatSchedules.toTotal, effectiveAt: seatSchedules.effectiveAt },
    })
    .from(accounts)
    .leftJoin(
      seatSchedules,
      and(eq(seatSchedules.accountId, accounts.id), isNull(seatSchedules.endedAt)),
    )
    .where(eq(accounts.id, accountId));
  if (!seats) throw new Error("The account is not there.");
  return seats;
}

/** The same for what shows nothing else. */
export function readSeats(actor: Member): Promise<Seats> {
  return read(actor, (tx) => getSeats(tx, actor.accountId));
}
