import type { CaseAgent } from "#lib/actor";
import { queueTelling } from "#lib/owner-requests/queue-telling";
import { Refusal } from "#lib/refusal";
import { caseChange } from "#lib/support/case-change";
import type { EndCase } from "#lib/support/case-schema";
import { hasOpenCase } from "#lib/support/has-open-case";
import { updateCase } from "#lib/support/update-case";

/** A case that ended goes on: Owners are told anew, and the waiting time runs anew. */
export function reopenCase(actor: CaseAgent, { requestId: formId, reason }: EndCase) {
  return caseChange(actor, "reopen", formId, "owner_request.reopened", async (tx, request) => {
    const { userId, userName } = request;
    if (userId && (await hasOpenCase(tx, actor.accountId, userId))) {
      throw new Refusal("case_open_already", { name: userName ?? "" });
    }
    await updateCase(tx, actor, { endedAt: null });
    await queueTelling(tx, actor, { requestId: actor.requestId, news: "begun" });
    return { reason };
  });
}
