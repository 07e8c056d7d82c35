import { and, asc, eq, inArray } from "drizzle-orm";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";
import type { InactivateUser } from "#lib/users/schema";

type Successor = { id: string; name: string };

/** Who receives the contacts by this input, in id order; only active users, and not the leaver. */
export async function chooseSuccessors(
  tx: Tx,
  actor: Member,
  input: InactivateUser,
  leaver: Successor,
): Promise<Successor[]> {
  const ids = chosenIds(input);
  if (ids.length === 0) return [];
  if (ids.includes(leaver.id)) throw new Refusal("successor_is_leaver", { name: leaver.name });
  const found = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(
      and(eq(users.accountId, actor.accountId), inArray(users.id, ids), eq(users.status, "active")),
    )
    .orderBy(asc(users.id));
  if (found.length < ids.length) throw new Refusal("successor_not_active");
  return found;
}

function chosenIds(input: InactivateUser): string[] {
  if (input.contacts === "leave") return [];
  if (input.contacts === "one") {
    if (!input.successorId) throw new Refusal("successor_missing");
    return [input.successorId];
  }
  if (input.successorIds.length < 2) throw new Refusal("successors_missing");
  return input.successorIds;
}
