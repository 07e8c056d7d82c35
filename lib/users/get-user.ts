import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { users } from "#db/schema/users";
import { Refusal } from "#lib/refusal";
import { hasSecondStep } from "#lib/second-step-of-user";
import type { Tx } from "#lib/transaction";

const others = alias(users, "others");

/** One user of the account with what the rules ask about, or the refusal `not_found`. */
export async function getUser(tx: Tx, accountId: string, userId: string) {
  const [user] = await tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      formerEmail: users.formerEmail,
      role: users.role,
      status: users.status,
      isOwner: users.isOwner,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      hasSecondStep,
      inactivatedAt: users.inactivatedAt,
      inactivatedByName: others.name,
    })
    .from(users)
    .leftJoin(
      others,
      and(eq(others.accountId, users.accountId), eq(others.id, users.inactivatedBy)),
    )
    .where(and(eq(users.accountId, accountId), eq(users.id, userId)));
  if (!user) throw new Refusal("not_found");
  return user;
}
