import { eq, sql } from "drizzle-orm";
import { ownerRequests } from "#db/schema/owner-requests";
import type { CaseAgent } from "#lib/actor";
import { findOwnerRequest } from "#lib/owner-requests/get-owner-request";
import { queueTelling } from "#lib/owner-requests/queue-telling";
import { caseChange } from "#lib/support/case-change";
import type { CarryOutCase } from "#lib/support/case-schema";
import type { Case } from "#lib/support/get-case";
import { updateCase } from "#lib/support/update-case";
import { read, type Tx } from "#lib/transaction";

/**
 * Lifts the Owner's status, and makes the successor Owner in the same transaction where it was the
 * last; or makes somebody Owner where nobody is left. A trigger checks everything once more and
 * changes the users. Support makes nobody inactive.
 */
export async function carryOutCase(actor: CaseAgent, { requestId: formId }: CarryOutCase) {
  return (await isRescue(actor))
    ? caseChange(actor, "carry_out", formId, "rescue.carried_out", async (tx, request) => {
        await end(tx, actor);
        return { proposedBy: request.openedByName ?? "" };
      })
    : caseChange(actor, "carry_out", formId, "owner_request.carried_out", async (tx, request) => {
        await end(tx, actor);
        return { verifiedBy: request.verifiedByName ?? "", successor: newOwner(request) };
      });
}

/** What a case is never changes; what is not there is refused by the step itself. */
async function isRescue(actor: CaseAgent): Promise<boolean> {
  const which = eq(ownerRequests.id, actor.requestId);
  const request = await read(actor, (tx) => findOwnerRequest(tx, actor.accountId, which));
  return request?.kind === "rescue";
}

async function end(tx: Tx, actor: CaseAgent): Promise<void> {
  const { agentId: endedByAgent, requestId } = actor;
  await updateCase(tx, actor, { endedAt: sql`now()`, outcome: "carried_out", endedByAgent });
  await queueTelling(tx, actor, { requestId, news: "ended" });
}

/** Named in case it is the last Owner, the successor becomes one only then. */
function newOwner({ activeOwners, successorName }: Case): string | undefined {
  return activeOwners === 1 ? (successorName ?? undefined) : undefined;
}
