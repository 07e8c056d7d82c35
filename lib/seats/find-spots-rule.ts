import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { findLatestOfKinds } from "#lib/audit/find-latest-of-kinds";
import type { Tx } from "#lib/transaction";

/** Whether Account Owners keep changes of user spots to themselves, and who said so last. */
export async function findSpotsRule(tx: Tx, accountId: string) {
  const [[account], latest] = await Promise.all([
    tx
      .select({ ownersKeepSeats: accounts.ownersKeepSeats })
      .from(accounts)
      .where(eq(accounts.id, accountId)),
    findLatestOfKinds(tx, accountId, "account.spots_kept", "account.spots_open"),
  ]);
  if (!account) throw new Error("The actor's account is not there.");
  return { ...account, latest: latest && { at: latest.at, by: latest.actorName } };
}
