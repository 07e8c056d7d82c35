import { and, count, eq } from "drizzle-orm";
import { historyEntries } from "#db/schema/history-entries";
import type { Tx } from "#lib/transaction";

/** How many History entries this user has written. */
export async function countHistory(tx: Tx, accountId: string, userId: string): Promise<number> {
  const [row] = await tx
    .select({ entries: count() })
    .from(historyEntries)
    .where(and(eq(historyEntries.accountId, accountId), eq(historyEntries.authorId, userId)));
  return row?.entries ?? 0;
}
