import { and, eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { supportLooks } from "#db/schema/support-looks";
import { users } from "#db/schema/users";
import type { LookingAgent } from "#lib/actor";
import type { Tx } from "#lib/transaction";

/**
 * The look that `tx` states, with the account it is into. Null where it is over, or was stated in
 * another sign-in: then nothing of the account is to be shown.
 */
export async function findLook(tx: Tx, actor: LookingAgent) {
  const [look] = await tx
    .select({
      reason: supportLooks.reason,
      expiresAt: supportLooks.expiresAt,
      account: { id: accounts.id, name: accounts.name, createdAt: accounts.createdAt },
      /** Which user the card holder is, if any. */
      holder: { id: users.id, name: users.name },
    })
    .from(supportLooks)
    .innerJoin(accounts, eq(accounts.id, supportLooks.accountId))
    .leftJoin(users, and(eq(users.accountId, accounts.id), eq(users.id, accounts.cardHolderUserId)))
    .where(
      and(
        eq(supportLooks.id, actor.lookId),
        eq(supportLooks.accountId, actor.accountId),
        eq(supportLooks.sessionId, actor.sessionId),
        eq(supportLooks.agentId, actor.agentId),
      ),
    );
  return look ?? null;
}
