import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { users } from "#db/schema/users";
import { cutPage, decodeCursor, type Key, keyset } from "#lib/keyset";
import type { AccountFilter } from "#lib/support/account-filter";
import type { Tx } from "#lib/transaction";

const PAGE_SIZE = 50;
const others = alias(users, "others");
const keys: Key[] = [
  { expression: sql`${users.nameKey}`, type: "text" },
  { expression: sql`${users.id}`, type: "uuid" },
];

/** A page of an account's users by name, with what the console's role may read of them. */
export async function listAccountUsers(tx: Tx, accountId: string, filter: AccountFilter) {
  const cursor = decodeCursor(filter.cursor, keys);
  const { where, order } = keyset(keys, "asc", cursor);
  const rows = await tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      formerEmail: users.formerEmail,
      role: users.role,
      status: users.status,
      isOwner: users.isOwner,
      lastSignInAt: users.lastSignInAt,
      inactivatedAt: users.inactivatedAt,
      inactivatedByName: others.name,
      keys: sql<string[]>`array[${users.nameKey}, ${users.id}::text]`,
    })
    .from(users)
    .leftJoin(
      others,
      and(eq(others.accountId, users.accountId), eq(others.id, users.inactivatedBy)),
    )
    .where(
      and(
        eq(users.accountId, accountId),
        matches(filter),
        filter.status === "all" ? undefined : eq(users.status, filter.status),
        where,
      ),
    )
    .orderBy(order)
    .limit(PAGE_SIZE + 1);
  return cutPage(rows, PAGE_SIZE, cursor);
}

export async function countAccountUsers(tx: Tx, accountId: string, filter: AccountFilter) {
  const [counts] = await tx
    .select({
      all: sql<number>`count(*)::int`,
      active: sql<number>`(count(*) filter (where ${users.status} = 'active'))::int`,
      inactive: sql<number>`(count(*) filter (where ${users.status} = 'inactive'))::int`,
    })
    .from(users)
    .where(and(eq(users.accountId, accountId), matches(filter)));
  return counts ?? { all: 0, active: 0, inactive: 0 };
}

function matches({ search }: AccountFilter): SQL | undefined {
  return search ? sql`${users.id} in (select users_matching(${search}))` : undefined;
}
