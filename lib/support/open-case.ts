import { and, eq, sql } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { ownerRequests } from "#db/schema/owner-requests";
import { users } from "#db/schema/users";
import type { LookingAgent } from "#lib/actor";
import { queueTelling } from "#lib/owner-requests/queue-telling";
import { Refusal } from "#lib/refusal";
import { agentChange } from "#lib/support/agent-change";
import type { OpenCase } from "#lib/support/case-schema";
import { findSuccessor } from "#lib/support/find-successor";
import { hasOpenCase } from "#lib/support/has-open-case";
import { matchCard } from "#lib/support/match-card";
import { stepRoles } from "#lib/support/rules";
import type { Tx } from "#lib/transaction";

/**
 * An agent opens a case for a card holder who called or wrote and knows the card. Every Owner is told
 * at once, and where bills go is asked to confirm it.
 */
export function openCase(actor: LookingAgent, input: OpenCase) {
  const { accountId } = actor;
  const roles = stepRoles.ask_card_holder;
  return agentChange(actor, roles, input.requestId, "owner_request.opened", async (tx) => {
    const user = await findOwner(tx, accountId, input.userId);
    const { name } = user;
    if (await hasOpenCase(tx, accountId, user.id)) throw new Refusal("case_open_already", { name });
    await matchCard(tx, accountId, input);
    const successor = input.successorId && (await findSuccessor(tx, accountId, input.successorId));
    if (!successor && user.isLast) throw new Refusal("case_successor_missing", { name });
    const { id: requestId, number: caseNumber } = await insertCase(tx, actor, input);
    await queueTelling(tx, actor, { requestId, news: "begun" });
    await queueTelling(tx, actor, { requestId, news: "confirm" });
    const { holderName: byName, reason } = input;
    const data = { caseNumber, capacity: "card_holder" as const, byName, reason, successor };
    return { user: { id: user.id, name }, data };
  });
}

async function findOwner(tx: Tx, accountId: string, id: string) {
  const [user] = await tx
    .select({
      id: users.id,
      name: users.name,
      isOwner: users.isOwner,
      isLast: sql<boolean>`${accounts.activeOwners} = 1`,
    })
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .where(and(eq(users.accountId, accountId), eq(users.id, id)));
  if (!user) throw new Refusal("not_found");
  if (!user.isOwner) throw new Refusal("case_not_owner", { name: user.name });
  return user;
}

async function insertCase(tx: Tx, actor: LookingAgent, input: OpenCase) {
  const { accountId, agentId } = actor;
  const [row] = await tx
    .insert(ownerRequests)
    .values({
      accountId,
      kind: "removal",
      userId: input.userId,
      successorId: input.successorId,
      capacity: "card_holder",
      requestedByName: input.holderName,
      openedBy: agentId,
      assignedTo: agentId,
      reason: input.reason,
      statedHolder: input.holderName,
      statedLast4: input.last4,
      callbackNumber: input.callbackNumber,
      confirmAskedAt: sql`now()`,
    })
    .returning({ id: ownerRequests.id, number: ownerRequests.number });
  if (!row) throw new Error("The case was not inserted.");
  return row;
}
