import { and, asc, eq } from "drizzle-orm";
import { users } from "#db/schema/users";
import type { Tx } from "#lib/transaction";

/** The account's Owners by name, for saying who can do what others cannot. */
export async function listOwnerNames(tx: Tx, accountId: string): Promise<string[]> {
  const owners = await tx
    .select({ name: users.name })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.isOwner, true)))
    .orderBy(asc(users.nameKey), asc(users.id));
  return owners.map(({ name }) => name);
}
