import { seatChanges } from "#db/schema/seat-changes";
import { now } from "#lib/clock";
import type { Tx } from "#lib/transaction";

type Change = Omit<typeof seatChanges.$inferInsert, "kind" | "id" | "number" | "at"> & {
  kind: "added" | "reduced" | "kept";
};

/** A row of the ledger, which changes the total by trigger; answers its id. */
export async function insertSeatChange(tx: Tx, change: Change): Promise<string> {
  const [row] = await tx
    .insert(seatChanges)
    .values({ effectiveAt: now(), ...change, at: now() })
    .returning({ id: seatChanges.id });
  if (!row) throw new Error("The change was not inserted.");
  return row.id;
}
