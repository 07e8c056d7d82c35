import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { emailChanges } from "#db/schema/email-changes";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { contactsOfUser } from "#lib/contacts/assignees";
import { cutPage, decodeCursor, type Key, keyset } from "#lib/keyset";
import { getSeats } from "#lib/seats/get-seats";
import { read, type Tx } from "#lib/transaction";
import type { UserFilter } from "#lib/users/filter";
import { findSchedules } from "#lib/users/find-schedules";

const PAGE_SIZE = 50;
const others = alias(users, "others");

/** All that the user table shows, in one snapshot: spots, counts by status, and one page of users. */
export async function getUsersPage(actor: Member, filter: UserFilter) {
  return read(actor, async (tx) => {
    const [seats, counts, page] = await Promise.all([
      getSeats(tx, actor.accountId),
      countByStatus(tx, actor.accountId, filter),
      listUsers(tx, actor.accountId, filter),
    ]);
    const ids = page.rows.map(({ id }) => id);
    const schedules = await findSchedules(tx, actor.accountId, ids);
    const rows = page.rows.map((row) => ({ ...row, schedule: schedules.get(row.id) ?? null }));
    return { seats, counts, users: { ...page, rows } };
  });
}

async function countByStatus(tx: Tx, accountId: string, filter: UserFilter) {
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

async function listUsers(tx: Tx, accountId: string, filter: UserFilter) {
  const keys = sortKeys[filter.sort];
  const cursor = decodeCursor(filter.cursor, keys);
  const { where, order } = keyset(keys, filter.direction, cursor);
  const rows = await tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      formerEmail: users.formerEmail,
      role: users.role,
      status: users.status,
      isOwner: users.isOwner,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      lastSignInAt: users.lastSignInAt,
      inactivatedAt: users.inactivatedAt,
      inactivatedByName: others.name,
      newEmail: emailChanges.toEmail,
      contacts: contactsOfUser,
      keys: sql<string[]>`array[${sql.join(
        keys.map(({ expression }) => sql`(${expression})::text`),
        sql`, `,
      )}]`,
    })
    .from(users)
    .leftJoin(
      others,
      and(eq(others.accountId, users.accountId), eq(others.id, users.inactivatedBy)),
    )
    .leftJoin(
      emailChanges,
      and(
        eq(emailChanges.accountId, users.accountId),
        eq(emailChanges.userId, users.id),
        isNull(emailChanges.doneAt),
        isNull(emailChanges.endedAt),
        gt(emailChanges.expiresAt, sql`now()`),
      ),
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

function matches(filter: UserFilter): SQL | undefined {
  return filter.search ? sql`${users.id} in (select users_matching(${filter.search}))` : undefined;
}

const name: Key = { expression: sql`${users.nameKey}`, type: "text" };
const id: Key = { expression: sql`${users.id}`, type: "uuid" };
const sortKeys: Record<UserFilter["sort"], Key[]> = {
  name: [name, id],
  email: [
    { expression: sql`lower(coalesce(${users.email}, ${users.formerEmail}))`, type: "text" },
    id,
  ],
  role: [
    {
      expression: sql`case when ${users.isOwner} then '1' when ${users.role} = 'admin' then '2' else '3' end`,
      type: "text",
    },
    name,
    id,
  ],
  status: [{ expression: sql`${users.status}`, type: "text" }, name, id],
  "last-sign-in": [
    { expression: sql`coalesce(${users.lastSignInAt}, '-infinity')`, type: "timestamptz" },
    name,
    id,
  ],
};
