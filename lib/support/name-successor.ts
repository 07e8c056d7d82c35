import type { CaseAgent } from "#lib/actor";
import { queueTelling } from "#lib/owner-requests/queue-telling";
import { caseChange } from "#lib/support/case-change";
import type { NameSuccessor } from "#lib/support/case-schema";
import { findSuccessor } from "#lib/support/find-successor";
import { updateCase } from "#lib/support/update-case";

/**
 * Who becomes Owner if the one concerned is the last (domain rule 11). With another one it is verified
 * anew, and Owners and the card holder, who were told of somebody else, are asked anew.
 */
export function nameSuccessor(actor: CaseAgent, { requestId: formId, successorId }: NameSuccessor) {
  const kind = "owner_request.successor_named";
  return caseChange(actor, "name_successor", formId, kind, async (tx, request) => {
    const successor = await findSuccessor(tx, actor.accountId, successorId);
    await updateCase(tx, actor, { successorId });
    if (successorId !== request.successorId) {
      const { requestId } = actor;
      await queueTelling(tx, actor, { requestId, news: "begun" });
      if (request.confirmAskedAt) await queueTelling(tx, actor, { requestId, news: "confirm" });
    }
    return { successor };
  });
}
