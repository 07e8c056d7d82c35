import { and, asc, eq, inArray } from "drizzle-orm";
import { users } from "#db/schema/users";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";
import type { InactivationPlan } from "#lib/users/schema";

type Successor = { id: string; name: string };

/** Who receives the contacts by this plan, in id order; only active users, and not the leaver. */
export async function chooseSuccessors(
  tx: Tx,
  accountId: string,
  plan: InactivationPlan,
  leaver: Successor,
): Promise<Successor[]> {
  const ids = chosenIds(plan);
  if (ids.length === 0) return [];
  if (ids.includes(leaver.id)) throw new Refusal("successor_is_leaver", { name: leaver.name });
  const found = await tx
    .select({ id: users.id, name: users.name, status: users.status })
    .from(users)
    .where(and(eq(users.accountId, accountId), inArray(users.id, ids)))
    .orderBy(asc(users.id));
  const gone = found.find(({ status }) => status !== "active");
  if (gone || found.length < ids.length) {
    throw new Refusal("successor_not_active", { successor: gone?.name });
  }
  return found;
}

/** Whom a plan names; refused where it names too few. */
export function chosenIds(
  plan: Pick<InactivationPlan, "successorId" | "successorIds"> & { contacts: string },
): string[] {
  if (plan.contacts === "one") {
    if (!plan.successorId) throw new Refusal("successor_missing");
    return [plan.successorId];
  }
  if (plan.contacts !== "split") return [];
  if (plan.successorIds.length < 2) throw new Refusal("successors_missing");
  return plan.successorIds;
}
