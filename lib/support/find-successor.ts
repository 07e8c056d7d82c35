import { and, eq } from "drizzle-orm";
import { users } from "#db/schema/users";
import { canBecomeOwner } from "#lib/owner-requests/rules";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

/** An active admin who has signed in and is no Owner yet, or the refusal that says so (domain rule 6). */
export async function findSuccessor(tx: Tx, accountId: string, id: string): Promise<string> {
  const [user] = await tx
    .select({
      name: users.name,
      status: users.status,
      role: users.role,
      isOwner: users.isOwner,
      lastSignInAt: users.lastSignInAt,
    })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.id, id)));
  if (!user) throw new Refusal("not_found");
  if (!canBecomeOwner({ ...user, hasSignedIn: user.lastSignInAt !== null })) {
    throw new Refusal("case_successor_unfit", { successor: user.name });
  }
  return user.name;
}
