import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import type { Tx } from "#lib/transaction";

/** The account's user spots: how many are paid for, and how many active users hold one. */
export async function getSeats(
  tx: Tx,
  accountId: string,
): Promise<{ total: number; used: number }> {
  const [seats] = await tx
    .select({ total: accounts.seatsTotal, used: accounts.seatsUsed })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!seats) throw new Error("The account is not there.");
  return seats;
}
