import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import type { EventKind } from "#lib/audit/events";
import { findLatestOfKinds } from "#lib/audit/find-latest-of-kinds";
import type { Tx } from "#lib/transaction";

const changes: EventKind[] = ["account.second_step_required", "account.second_step_not_required"];

/** Whether all admins need a second step, and who said so last. */
export async function findSignInRule(tx: Tx, accountId: string) {
  const [[account], latest] = await Promise.all([
    tx
      .select({ adminsNeedSecondStep: accounts.adminsNeedSecondStep })
      .from(accounts)
      .where(eq(accounts.id, accountId)),
    findLatestOfKinds(tx, accountId, ...changes),
  ]);
  if (!account) throw new Error("The actor's account is not there.");
  return { ...account, latest: latest && { at: latest.at, by: latest.actorName } };
}
