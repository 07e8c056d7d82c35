import { and, asc, eq } from "drizzle-orm";
import { users } from "#db/schema/users";
import type { Tx } from "#lib/transaction";

/** The Account Owners, who are always active. */
export async function listOwners(tx: Tx, accountId: string) {
  return tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.isOwner, true)))
    .orderBy(asc(users.id));
}
