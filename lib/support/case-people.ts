import { and, asc, eq, inArray } from "drizzle-orm";
import { users } from "#db/schema/users";
import { canSucceed } from "#lib/owner-requests/list-successors";
import type { Case } from "#lib/support/get-case";
import type { Tx } from "#lib/transaction";
import { listOwners } from "#lib/users/list-owners";

export type CasePerson = {
  id: string;
  name: string;
  email: string | null;
  status: "active" | "inactive";
  role: "admin" | "user";
  isOwner: boolean;
  lastSignInAt: Date | null;
};

/** Whom the case names as they are now, and who the Account Owners are. */
export async function listCasePeople(tx: Tx, accountId: string, request: Case) {
  const { userId, successorId, requestedBy } = request;
  const ids = [userId, successorId, requestedBy].filter((id) => id !== null);
  const found = ids.length === 0 ? [] : await selectPeople(tx, accountId, ids);
  const person = (id: string | null) => found.find((each) => each.id === id) ?? null;
  const owners = await listOwners(tx, accountId);
  return {
    concerned: person(userId),
    successor: person(successorId),
    requester: person(requestedBy),
    owners: owners.map(({ name }) => name),
  };
}

function selectPeople(tx: Tx, accountId: string, ids: string[]): Promise<CasePerson[]> {
  const { id, name, email, status, role, isOwner, lastSignInAt } = users;
  return tx
    .select({ id, name, email, status, role, isOwner, lastSignInAt })
    .from(users)
    .where(and(eq(users.accountId, accountId), inArray(users.id, ids)));
}

/** Who could become Owner, by name. */
export function listSuccessors(tx: Tx, accountId: string) {
  return tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(canSucceed(accountId))
    .orderBy(asc(users.name), asc(users.id))
    .limit(500);
}
