import type { CaseAgent } from "#lib/actor";
import { caseChange } from "#lib/support/case-change";
import type { NameSuccessor } from "#lib/support/case-schema";
import { findSuccessor } from "#lib/support/find-successor";
import { updateCase } from "#lib/support/update-case";

/** Who becomes Owner if the one concerned is the last (domain rule 11); verified anew with it. */
export function nameSuccessor(actor: CaseAgent, { requestId, successorId }: NameSuccessor) {
  const kind = "owner_request.successor_named";
  return caseChange(actor, "name_successor", requestId, kind, async (tx) => {
    const successor = await findSuccessor(tx, actor.accountId, successorId);
    await updateCase(tx, actor, { successorId });
    return { successor };
  });
}
