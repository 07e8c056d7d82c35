import { and, asc, eq, inArray } from "drizzle-orm";
import { users } from "#db/schema/users";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";
import { receivers, type TransferPlan } from "#lib/transfers/plan";

export type Person = { id: string; name: string };

/** Who gets anything by this plan, in its order; active, and held so until the end. */
export async function lockReceivers(
  tx: Tx,
  accountId: string,
  plan: TransferPlan,
): Promise<Person[]> {
  const ids = receivers(plan);
  const found = await tx
    .select({ id: users.id, name: users.name, status: users.status })
    .from(users)
    .where(and(eq(users.accountId, accountId), inArray(users.id, ids)))
    .orderBy(asc(users.id))
    .for("share");
  return ids.map((id) => {
    const user = found.find((each) => each.id === id);
    if (user?.status === "active") return { id, name: user.name };
    throw new Refusal("successor_not_active", { successor: user?.name });
  });
}
