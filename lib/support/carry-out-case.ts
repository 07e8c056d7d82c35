import { sql } from "drizzle-orm";
import type { CaseAgent } from "#lib/actor";
import { getOwnerRequest } from "#lib/owner-requests/get-owner-request";
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
  const { accountId, requestId } = actor;
  const { kind } = await read(actor, (tx) => getOwnerRequest(tx, accountId, requestId));
  return kind === "rescue"
    ? caseChange(actor, "carry_out", formId, "rescue.carried_out", async (tx, request) => {
        await end(tx, actor);
        return { proposedBy: request.openedByName ?? "" };
      })
    : caseChange(actor, "carry_out", formId, "owner_request.carried_out", async (tx, request) => {
        await end(tx, actor);
        return { verifiedBy: request.verifiedByName ?? "", successor: newOwner(request) };
      });
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
