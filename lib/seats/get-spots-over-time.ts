import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { seatChanges } from "#db/schema/seat-changes";
import { seatsUsedByDay } from "#db/schema/seats-used-by-day";
import { addDays, dayOf } from "#lib/billing/periods";
import { now } from "#lib/clock";
import { type SpotsOverTime, type Step, toSteps } from "#lib/seats/spots-over-time";
import type { Tx } from "#lib/transaction";

const SHOWN_DAYS = 365;

/** Of the last twelve months, or since the account was opened: one count a day at most. */
export async function getSpotsOverTime(
  tx: Tx,
  { accountId, timeZone }: { accountId: string; timeZone: string },
): Promise<SpotsOverTime> {
  const today = dayOf(now(), timeZone);
  const earliest = addDays(today, -SHOWN_DAYS);
  const [spots, used] = await Promise.all([
    countSpots(tx, accountId, timeZone, earliest),
    countUsed(tx, accountId, earliest),
  ]);
  const [from = today] = [...spots, ...used, { on: today }].map(({ on }) => on).sort();
  return { from, today, spots: toSteps(spots, from), used: toSteps(used, from) };
}

/** The total as each day left it; all that was before the earliest day counts as that day's. */
function countSpots(tx: Tx, accountId: string, timeZone: string, earliest: string) {
  const days = tx
    .select({
      on: sql<string>`greatest(${earliest}, to_char(${seatChanges.effectiveAt} at time zone ${timeZone}, 'YYYY-MM-DD'))`.as(
        "on",
      ),
      count: sql<number>`${seatChanges.toTotal}`.as("count"),
      number: seatChanges.number,
    })
    .from(seatChanges)
    .where(
      and(
        eq(seatChanges.accountId, accountId),
        inArray(seatChanges.kind, ["opened", "added", "reduced"]),
      ),
    )
    .as("days");
  return tx
    .selectDistinctOn([days.on], { on: days.on, count: days.count })
    .from(days)
    .orderBy(asc(days.on), desc(days.number));
}

function countUsed(tx: Tx, accountId: string, earliest: string): Promise<Step[]> {
  const days = tx
    .select({
      on: sql<string>`greatest(${earliest}, to_char(${seatsUsedByDay.on}, 'YYYY-MM-DD'))`.as(
        "shown_on",
      ),
      count: sql<number>`${seatsUsedByDay.used}`.as("count"),
      day: seatsUsedByDay.on,
    })
    .from(seatsUsedByDay)
    .where(eq(seatsUsedByDay.accountId, accountId))
    .as("days");
  return tx
    .selectDistinctOn([days.on], { on: days.on, count: days.count })
    .from(days)
    .orderBy(asc(days.on), desc(days.day));
}
