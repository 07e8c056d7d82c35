import { eq, sql } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

const openRescue = sql<number | null>`(
  select r.number::int from owner_requests r
  where r.account_id = "accounts"."id" and r.kind = 'rescue' and r.ended_at is null)`;

const activeAdmins = sql<number>`(
  select count(*)::int from users u
  where u.account_id = "accounts"."id" and u.status = 'active' and u.role = 'admin'
    and not u.is_owner)`;

/** How the account that `tx` sees stands: whether anybody is left who administers it, and who is told. */
export async function getRescueFacts(tx: Tx, accountId: string) {
  const [facts] = await tx
    .select({
      openCase: openRescue,
      activeAdmins,
      activeUsers: accounts.seatsUsed,
      billingEmail: accounts.billingEmail,
      /** In a sign-in of before as well; nobody proposes it without having tried to reach them. */
      ownerWasThere: sql<boolean>`owner_was_there("accounts"."id", now() - interval '14 days')`,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!facts) throw new Refusal("look_over");
  return facts;
}
