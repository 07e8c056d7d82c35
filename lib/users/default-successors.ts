import { and, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { users } from "#db/schema/users";
import type { Tx } from "#lib/transaction";

const successors = alias(users, "successors");

/** By user the default successor, where there is one; only an active one can receive contacts. */
export async function findDefaultSuccessors(tx: Tx, accountId: string, userIds: string[]) {
  if (userIds.length === 0) return new Map<string, DefaultSuccessor>();
  const rows = await tx
    .select({
      userId: users.id,
      id: successors.id,
      name: successors.name,
      email: successors.email,
      isActive: eq(successors.status, "active").mapWith(Boolean),
    })
    .from(users)
    .innerJoin(
      successors,
      and(eq(successors.accountId, users.accountId), eq(successors.id, users.defaultSuccessorId)),
    )
    .where(and(eq(users.accountId, accountId), inArray(users.id, userIds)));
  return new Map<string, DefaultSuccessor>(rows.map(({ userId, ...rest }) => [userId, rest]));
}

export type DefaultSuccessor = {
  id: string;
  name: string;
  email: string | null;
  isActive: boolean;
};
