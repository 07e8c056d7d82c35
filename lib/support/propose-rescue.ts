import { and, eq } from "drizzle-orm";
import { ownerRequestLetters } from "#db/schema/owner-request-letters";
import { ownerRequests } from "#db/schema/owner-requests";
import { users } from "#db/schema/users";
import type { AgentRole, LookingAgent } from "#lib/actor";
import { queueTelling } from "#lib/owner-requests/queue-telling";
import { Refusal } from "#lib/refusal";
import { agentChange } from "#lib/support/agent-change";
import { getRescueFacts } from "#lib/support/get-rescue-facts";
import { whyNotRescue, whyNotRescuer } from "#lib/support/rescue-rules";
import type { ProposeRescue } from "#lib/support/rescue-schema";
import type { Tx } from "#lib/transaction";

export const rescueRoles: AgentRole[] = ["lead"];

/**
 * A lead proposes to make somebody an Owner of an account that nobody administers any more. Every
 * active user and the billing address are told at once; nothing changes until it is carried out.
 */
export function proposeRescue(actor: LookingAgent, input: ProposeRescue) {
  const { accountId } = actor;
  return agentChange(actor, rescueRoles, input.requestId, "rescue.proposed", async (tx) => {
    const user = await findUser(tx, accountId, input.userId);
    if (!user) throw new Refusal("not_found");
    const { id, name } = user;
    const why = whyNotRescue(await getRescueFacts(tx, accountId)) ?? whyNotRescuer(user);
    if (why) throw new Refusal(why, { name });
    const { requestId, caseNumber } = await insertRescue(tx, actor, input);
    const letters = await countLetters(tx, accountId, requestId);
    await queueTelling(tx, actor, { requestId, news: "begun" });
    return { user: { id, name }, data: { caseNumber, reason: input.reason, letters } };
  });
}

async function findUser(tx: Tx, accountId: string, userId: string) {
  const { id, name, status, isOwner, lastSignInAt } = users;
  const [user] = await tx
    .select({ id, name, status, isOwner, lastSignInAt })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(id, userId)));
  return user;
}

async function insertRescue(tx: Tx, actor: LookingAgent, { userId, reason }: ProposeRescue) {
  const { accountId, agentId, name } = actor;
  const [row] = await tx
    .insert(ownerRequests)
    .values({
      accountId,
      kind: "rescue",
      successorId: userId,
      capacity: "lead",
      requestedByName: name,
      openedBy: agentId,
      reason,
    })
    .returning({ requestId: ownerRequests.id, caseNumber: ownerRequests.number });
  if (!row) throw new Error("The case was not inserted.");
  return row;
}

function countLetters(tx: Tx, accountId: string, requestId: string): Promise<number> {
  return tx.$count(
    ownerRequestLetters,
    and(eq(ownerRequestLetters.accountId, accountId), eq(ownerRequestLetters.requestId, requestId)),
  );
}
