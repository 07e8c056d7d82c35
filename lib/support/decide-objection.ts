import { sql } from "drizzle-orm";
import type { CaseAgent } from "#lib/actor";
import { Refusal } from "#lib/refusal";
import { caseChange } from "#lib/support/case-change";
import type { DecideObjection } from "#lib/support/case-schema";
import { updateCase } from "#lib/support/update-case";

/** A lead lets the case go on in spite of the objection that was read, and says why. */
export function decideObjection(actor: CaseAgent, { requestId, reason, ...seen }: DecideObjection) {
  const kind = "owner_request.objection_overruled";
  return caseChange(actor, "decide", requestId, kind, async (tx, request) => {
    if (request.objectedAt?.toISOString() !== seen.objectedAt) throw new Refusal("case_changed");
    await updateCase(tx, actor, {
      decidedAt: sql`clock_timestamp()`,
      decidedBy: actor.agentId,
      decision: reason,
    });
    return { objectedBy: request.objectedByName ?? "", reason };
  });
}
