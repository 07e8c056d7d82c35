import { and, eq, sql } from "drizzle-orm";
import { users } from "#db/schema/users";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

/** Who in the account has this e-mail address now, in whatever case. */
export async function findHolder(tx: Tx, accountId: string, email: string) {
  const [holder] = await tx
    .select({ id: users.id, name: users.name, status: users.status })
    .from(users)
    .where(and(eq(users.accountId, accountId), sql`lower(${users.email}) = lower(${email})`));
  return holder;
}

/** Refuses an address that somebody has who is not this user. */
export async function refuseTaken(
  tx: Tx,
  accountId: string,
  email: string,
  userId: string,
): Promise<void> {
  const holder = await findHolder(tx, accountId, email);
  if (holder && holder.id !== userId) {
    throw new Refusal("email_in_use", { name: holder.name, email });
  }
}
