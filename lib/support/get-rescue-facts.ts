import { and, eq, sql } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { ownerRequests } from "#db/schema/owner-requests";
import { users } from "#db/schema/users";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

const openRescue = sql<number | null>`(
  select ${ownerRequests.number}::int from ${ownerRequests}
  where ${ownerRequests.accountId} = ${accounts.id} and ${ownerRequests.kind} = 'rescue'
    and ${ownerRequests.endedAt} is null)`;

const activeAdmins = sql<number>`(
  select count(*)::int from ${users} where ${and(
    eq(users.accountId, accounts.id),
    eq(users.status, "active"),
    eq(users.role, "admin"),
    eq(users.isOwner, false),
  )})`;

/** How the account that `tx` sees stands: whether anybody is left who administers it, and who is told. */
export async function getRescueFacts(tx: Tx, accountId: string) {
  const [facts] = await tx
    .select({
      openCase: openRescue,
      activeAdmins,
      activeUsers: accounts.seatsUsed,
      billingEmail: accounts.billingEmail,
      /** In a sign-in of before as well; nobody proposes it without having tried to reach them. */
      ownerWasThere: sql<boolean>`owner_was_there(${accounts.id}, now() - interval '14 days')`,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!facts) throw new Refusal("look_over");
  return facts;
}
