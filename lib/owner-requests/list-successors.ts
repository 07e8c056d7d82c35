import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { users } from "#db/schema/users";
import type { Tx } from "#lib/transaction";

/** More than these in one list are found faster by a search. */
const LISTED = 100;

/** Who could become an Owner in place of the last one; in a large account those that a search finds. */
export async function listSuccessors(tx: Tx, accountId: string, search: string) {
  const found = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(
      and(
        canSucceed(accountId),
        search ? sql`${users.id} in (select users_matching(${search}))` : undefined,
      ),
    )
    .orderBy(asc(users.nameKey), asc(users.id))
    .limit(LISTED + 1);
  return { shown: found.slice(0, LISTED), hasMore: found.length > LISTED, search };
}

/** In a query of users: the active admins who have signed in and are no Owners yet (domain rule 6). */
export function canSucceed(accountId: string) {
  return and(
    eq(users.accountId, accountId),
    eq(users.status, "active"),
    eq(users.role, "admin"),
    eq(users.isOwner, false),
    isNotNull(users.lastSignInAt),
  );
}
