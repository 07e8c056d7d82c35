import { and, asc, eq, notInArray, sql } from "drizzle-orm";
import { users } from "#db/schema/users";
import type { Tx } from "#lib/transaction";

/** More than these in one list are found faster by a search. */
const COLLEAGUES = 100;

/**
 * Active users who can receive the contacts of these leavers, by name; in a large account those that
 * a search finds, and whoever is proposed.
 */
export async function listColleagues(
  tx: Tx,
  accountId: string,
  leaverIds: string[],
  search: string,
  proposed: { id: string; name: string; email: string | null } | null = null,
) {
  const found = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(
      and(
        eq(users.accountId, accountId),
        eq(users.status, "active"),
        notInArray(users.id, leaverIds),
        search ? sql`${users.id} in (select users_matching(${search}))` : undefined,
      ),
    )
    .orderBy(asc(users.nameKey), asc(users.id))
    .limit(COLLEAGUES + 1);
  const shown = found.slice(0, COLLEAGUES);
  const isMissing = proposed && !shown.some(({ id }) => id === proposed.id);
  return {
    shown: isMissing ? [proposed, ...shown] : shown,
    hasMore: found.length > COLLEAGUES,
    search,
  };
}
