import { sql } from "drizzle-orm";
import type { CaseAgent } from "#lib/actor";
import { queueTelling } from "#lib/owner-requests/queue-telling";
import { caseChange } from "#lib/support/case-change";
import type { EndCase } from "#lib/support/case-schema";
import { updateCase } from "#lib/support/update-case";

/** For a card holder who does not want it any more. An admin withdraws their own in the account. */
export function withdrawCase(actor: CaseAgent, { requestId: formId, reason }: EndCase) {
  const { agentId: endedByAgent, requestId } = actor;
  return caseChange(actor, "withdraw", formId, "owner_request.withdrawn", async (tx) => {
    const outcome = "withdrawn";
    await updateCase(tx, actor, { endedAt: sql`now()`, outcome, endedByAgent, endReason: reason });
    await queueTelling(tx, actor, { requestId, news: "ended" });
    return { reason };
  });
}
