import { and, desc, eq } from "drizzle-orm";
import { seatChanges } from "#db/schema/seat-changes";
import { users } from "#db/schema/users";
import type { Subscription } from "#lib/billing/get-subscription";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

type Seen = {
  /** The total that the page showed. */
  seenTotal: number;
  /** The reduction that it showed, if it showed one. */
  scheduleId?: string;
};

/** Refuses where the spots are not what the page showed, and says who changed them (domain rule 14). */
export async function refuseChanged(
  tx: Tx,
  accountId: string,
  { total, used, schedule }: Subscription,
  seen: Seen,
): Promise<void> {
  if (total === seen.seenTotal && schedule?.id === seen.scheduleId) return;
  const { by, at } = await findLatestChange(tx, accountId);
  throw new Refusal("spots_changed", { by, at, total, used });
}

/** Who changed the spots last, or what is scheduled of them, and when. */
export async function findLatestChange(
  tx: Tx,
  accountId: string,
): Promise<{ number: number; by?: string; at?: string }> {
  const [latest] = await tx
    .select({ number: seatChanges.number, by: users.name, at: seatChanges.at })
    .from(seatChanges)
    .leftJoin(
      users,
      and(eq(users.accountId, seatChanges.accountId), eq(users.id, seatChanges.byUserId)),
    )
    .where(eq(seatChanges.accountId, accountId))
    .orderBy(desc(seatChanges.number))
    .limit(1);
  const { number = 0, by, at } = latest ?? {};
  return { number, by: by ?? undefined, at: at?.toISOString() };
}
