import { createHash } from "node:crypto";
import type { Member } from "#lib/actor";
import type { AuditEvent } from "#lib/audit/events";
import { adminChange } from "#lib/change";
import { Refusal, type RefusalCode } from "#lib/refusal";
import type { Tx } from "#lib/transaction";
import { findDefaultSuccessors } from "#lib/users/default-successors";
import { getSeenSchedule } from "#lib/users/get-seen-schedule";
import { getInactivable, makeInactive } from "#lib/users/make-inactive";
import type { InactivateUsers, InactivationPlan } from "#lib/users/schema";
import { chosenIds } from "#lib/users/successors";

export type UserResult = {
  userId: string;
  name: string;
  event: AuditEvent<"user.inactivated"> | null;
  refusal: Refusal | null;
};

/** What ends the whole step: the admin's own access, or a plan that is wrong for everybody. */
const concernsAll: RefusalCode[] = ["not_signed_in", "access_ended", "not_admin"];
const sameForAll: RefusalCode[] = ["not_found", "successor_not_active"];

/**
 * Makes several users inactive by one plan, each in a transaction of its own: the refusal of one does
 * not stop the others. A repeated form shows each one's first result.
 */
export async function inactivateUsers(
  actor: Member,
  { requestId, userIds, replacesIds, ...plan }: InactivateUsers,
): Promise<UserResult[]> {
  if (chosenIds(plan).some((id) => userIds.includes(id))) throw new Refusal("successor_is_chosen");
  const results: UserResult[] = [];
  for (const userId of userIds) {
    const one = { requestId: requestIdOf(requestId, userId), userId, replacesIds };
    results.push(await inactivateOne(actor, one, plan, userIds));
  }
  const [first] = results;
  if (first?.refusal && results.every(({ refusal }) => isSame(refusal, first.refusal))) {
    throw first.refusal;
  }
  return results;
}

type Plan = Omit<InactivateUsers, "requestId" | "userIds" | "replacesIds">;

async function inactivateOne(
  actor: Member,
  { requestId, userId, replacesIds }: { requestId: string; userId: string; replacesIds: string[] },
  plan: Plan,
  leaverIds: string[],
): Promise<UserResult> {
  let name = "";
  try {
    const event = await adminChange(actor, requestId, "user.inactivated", async (tx, account) => {
      const user = await getInactivable(tx, actor, userId);
      name = user.name;
      await getSeenSchedule(tx, actor, user, replacesIds);
      const own = await planFor(tx, actor.accountId, userId, plan, leaverIds);
      return makeInactive(tx, actor, { userId, plan: own, account });
    });
    return { userId, name: event.userName ?? name, event, refusal: null };
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || concernsAll.includes(refusal.code)) throw refusal;
    return { userId, name: refusal.facts.name ?? name, event: null, refusal };
  }
}

/** The plan for one of them: a default successor who is inactive, or leaves too, gets nothing. */
async function planFor(
  tx: Tx,
  accountId: string,
  userId: string,
  { contacts, ...plan }: Plan,
  leaverIds: string[],
): Promise<InactivationPlan> {
  if (contacts !== "default") return { ...plan, contacts };
  const successor = (await findDefaultSuccessors(tx, accountId, [userId])).get(userId);
  return successor?.isActive && !leaverIds.includes(successor.id)
    ? { ...plan, contacts: "one", successorId: successor.id }
    : { ...plan, contacts: "leave" };
}

/** One user's request id, the same whenever the form is sent again (a UUID of the custom version 8). */
function requestIdOf(formId: string, userId: string): string {
  const hash = createHash("sha256").update(`${formId} ${userId}`).digest("hex");
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join("-");
}

function isSame(refusal: Refusal | null, first: Refusal | null): boolean {
  return refusal !== null && refusal.code === first?.code && sameForAll.includes(refusal.code);
}
