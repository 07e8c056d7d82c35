import { sql } from "drizzle-orm";
import type { Tx } from "#lib/transaction";

/** How many hours Owners have for an objection, unless the Owner concerned has agreed. */
export async function waitingHours(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ hours: number }>(
    sql`select (extract(epoch from owner_request_wait()) / 3600)::int as hours`,
  );
  return row?.hours ?? 24;
}
