import { and, eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { seatChanges } from "#db/schema/seat-changes";
import type { Member } from "#lib/actor";
import { read } from "#lib/transaction";

/** User spots that were added, and how many there are by now. */
export type AddedSeats = { changeId: string; from: number; to: number; total: number };

/** What was added a moment ago, for the page that one came back to; null for anything else. */
export async function getAddedSeats(
  actor: Member,
  changeId: string | undefined,
): Promise<AddedSeats | null> {
  if (changeId === undefined) return null;
  const [added] = await read(actor, (tx) =>
    tx
      .select({
        changeId: seatChanges.id,
        from: seatChanges.fromTotal,
        to: seatChanges.toTotal,
        total: accounts.seatsTotal,
      })
      .from(seatChanges)
      .innerJoin(accounts, eq(accounts.id, seatChanges.accountId))
      .where(
        and(
          eq(seatChanges.accountId, actor.accountId),
          eq(seatChanges.id, changeId),
          eq(seatChanges.kind, "added"),
        ),
      ),
  );
  return added ?? null;
}
