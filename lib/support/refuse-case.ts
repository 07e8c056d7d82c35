import { sql } from "drizzle-orm";
import type { CaseAgent } from "#lib/actor";
import { queueTelling } from "#lib/owner-requests/queue-telling";
import { caseChange } from "#lib/support/case-change";
import type { EndCase } from "#lib/support/case-schema";
import { updateCase } from "#lib/support/update-case";

/** Ends the case with a reason, and nothing is changed; everybody who was told is told that, too. */
export function refuseCase(actor: CaseAgent, { requestId: formId, reason }: EndCase) {
  const { agentId: endedByAgent, requestId } = actor;
  return caseChange(actor, "refuse", formId, "owner_request.refused", async (tx) => {
    const outcome = "refused";
    await updateCase(tx, actor, { endedAt: sql`now()`, outcome, endedByAgent, endReason: reason });
    await queueTelling(tx, actor, { requestId, news: "ended" });
    return { reason };
  });
}
