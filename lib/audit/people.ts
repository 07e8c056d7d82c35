import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { users } from "#db/schema/users";
import type { Tx } from "#lib/transaction";

export type Person = {
  id: string;
  name: string;
  email: string | null;
  status: "active" | "inactive";
};

/** Some of those whom a search fits, and whether there are more. */
export type Matches = { people: Person[]; hasMore: boolean };

/** More than these in one list are found faster by a search. */
const MOST_LISTED = 100;
const MOST_FOUND = 20;

/** Everybody of the account by name, the inactive too; null where they are too many for a list. */
export async function listPeople(tx: Tx, accountId: string): Promise<Person[] | null> {
  const people = await select(tx, accountId, undefined, MOST_LISTED + 1);
  return people.length > MOST_LISTED ? null : people;
}

/** Whom a name or an e-mail address fits. */
export async function findPeople(tx: Tx, accountId: string, search: string): Promise<Matches> {
  const matching = sql`${users.id} in (select users_matching(${search}))`;
  const people = await select(tx, accountId, matching, MOST_FOUND + 1);
  return { people: people.slice(0, MOST_FOUND), hasMore: people.length > MOST_FOUND };
}

export async function findPerson(tx: Tx, accountId: string, id: string): Promise<Person | null> {
  const [person] = await select(tx, accountId, eq(users.id, id), 1);
  return person ?? null;
}

function select(tx: Tx, accountId: string, where: SQL | undefined, limit: number) {
  return tx
    .select({
      id: users.id,
      name: users.name,
      email: sql<string | null>`coalesce(${users.email}, ${users.formerEmail})`,
      status: users.status,
    })
    .from(users)
    .where(and(eq(users.accountId, accountId), where))
    .orderBy(asc(users.nameKey), asc(users.id))
    .limit(limit);
}
