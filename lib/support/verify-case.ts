import { sql } from "drizzle-orm";
import type { CaseAgent } from "#lib/actor";
import { caseChange } from "#lib/support/case-change";
import type { VerifyCase } from "#lib/support/case-schema";
import { updateCase } from "#lib/support/update-case";

/** An agent has looked at the evidence, and says what was checked; somebody else carries it out. */
export function verifyCase(actor: CaseAgent, { requestId, reason }: VerifyCase) {
  return caseChange(actor, "verify", requestId, "owner_request.verified", async (tx) => {
    await updateCase(tx, actor, { verifiedAt: sql`now()`, verifiedBy: actor.agentId });
    return { reason };
  });
}
