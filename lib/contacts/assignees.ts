import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contactCounts } from "#db/schema/contact-counts";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import type { ContactFilter } from "#lib/contacts/filter";
import type { Tx } from "#lib/transaction";

export type Assignee = {
  id: string;
  name: string;
  email: string | null;
  status: "active" | "inactive";
  contacts: number;
};

/** Whom the filter names, whom it offers, and whom a name that was typed could mean. */
export type Assignees = {
  chosen: Assignee | null;
  offered: Assignee[];
  /** More users than fit a list: others are found by name or e-mail. */
  hasMore: boolean;
  matches: Assignee[] | null;
  inactive: number;
};

/** More than these in one list are found faster by a search. */
const MOST_LISTED = 100;
const MOST_FOUND = 20;

export async function findAssignees(
  tx: Tx,
  actor: Member,
  { assignee, who }: ContactFilter,
): Promise<Assignees> {
  const { accountId, userId } = actor;
  const id = assignee === "inactive" ? undefined : assignee;
  const [listed, own, matches, inactive] = await Promise.all([
    listWith(tx, accountId, or(eq(users.status, "active"), hasContacts), MOST_LISTED + 1),
    listWith(tx, accountId, inArray(users.id, id ? [userId, id] : [userId]), 2),
    who
      ? listWith(tx, accountId, sql`${users.id} in (select users_matching(${who}))`, MOST_FOUND)
      : [],
    countOfInactive(tx, accountId),
  ]);
  const hasMore = listed.length > MOST_LISTED;
  const named = matches.length === 1 ? matches[0] : own.find((user) => user.id === id);
  const offered = hasMore ? own : listed;
  return {
    chosen: named ?? null,
    offered: named && !offered.some((user) => user.id === named.id) ? [named, ...offered] : offered,
    hasMore,
    matches: who && matches.length !== 1 ? matches : null,
    inactive,
  };
}

const counted = sql`
  select sum(${contactCounts.contacts}) from ${books} join ${contactCounts}
    on ${contactCounts.accountId} = ${books.accountId} and ${contactCounts.bookId} = ${books.id}
  where ${books.accountId} = ${users.accountId} and ${books.assigneeId} = ${users.id}`;

/** How many contacts lie with the user of a row of `users`. */
export const contactsOfUser = sql<number>`coalesce((${counted}), 0)::int`;

const hasContacts = sql`(${counted}) > 0`;

function listWith(tx: Tx, accountId: string, where: SQL | undefined, limit: number) {
  return tx
    .select({
      id: users.id,
      name: users.name,
      email: sql<string | null>`coalesce(${users.email}, ${users.formerEmail})`,
      status: users.status,
      contacts: contactsOfUser,
    })
    .from(users)
    .where(and(eq(users.accountId, accountId), where))
    .orderBy(asc(users.nameKey), asc(users.id))
    .limit(limit);
}

async function countOfInactive(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx
    .select({ contacts: sql<number>`coalesce(sum(${contactsOfUser}), 0)::int` })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.status, "inactive")));
  return row?.contacts ?? 0;
}
