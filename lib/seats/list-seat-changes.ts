import { and, desc, eq, lt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { seatChanges } from "#db/schema/seat-changes";
import { seatSchedules } from "#db/schema/seat-schedules";
import { users } from "#db/schema/users";
import { cutNumbered } from "#lib/numbered-page";
import type { Tx } from "#lib/transaction";

const PAGE_SIZE = 50;
const schedulers = alias(users, "schedulers");

/** The ledger of user spots, newest first: those below this number, or from the newest on. */
export async function listSeatChanges(tx: Tx, accountId: string, below?: number) {
  const rows = await tx
    .select({
      id: seatChanges.id,
      number: seatChanges.number,
      kind: seatChanges.kind,
      at: seatChanges.at,
      effectiveAt: seatChanges.effectiveAt,
      fromTotal: seatChanges.fromTotal,
      toTotal: seatChanges.toTotal,
      reason: seatChanges.reason,
      by: users.name,
      /** Who had scheduled what the program carried out. */
      scheduledBy: schedulers.name,
    })
    .from(seatChanges)
    .leftJoin(
      users,
      and(eq(users.accountId, seatChanges.accountId), eq(users.id, seatChanges.byUserId)),
    )
    .leftJoin(
      seatSchedules,
      and(
        eq(seatSchedules.accountId, seatChanges.accountId),
        eq(seatSchedules.id, seatChanges.scheduleId),
      ),
    )
    .leftJoin(
      schedulers,
      and(
        eq(schedulers.accountId, seatSchedules.accountId),
        eq(schedulers.id, seatSchedules.createdBy),
      ),
    )
    .where(
      and(
        eq(seatChanges.accountId, accountId),
        below === undefined ? undefined : lt(seatChanges.number, below),
      ),
    )
    .orderBy(desc(seatChanges.number))
    .limit(PAGE_SIZE);
  return cutNumbered(rows, PAGE_SIZE, await countChanges(tx, accountId));
}

/** They count from 1 without a gap, so the newest one's number is how many there are. */
async function countChanges(tx: Tx, accountId: string): Promise<number> {
  const [newest] = await tx
    .select({ number: seatChanges.number })
    .from(seatChanges)
    .where(eq(seatChanges.accountId, accountId))
    .orderBy(desc(seatChanges.number))
    .limit(1);
  return newest?.number ?? 0;
}
