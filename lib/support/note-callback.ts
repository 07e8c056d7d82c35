import { sql } from "drizzle-orm";
import type { CaseAgent } from "#lib/actor";
import { Refusal } from "#lib/refusal";
import { caseChange } from "#lib/support/case-change";
import type { NoteCallback } from "#lib/support/case-schema";
import { updateCase } from "#lib/support/update-case";

/** The card holder was called at the number that was left, and it was them. */
export function noteCallback(
  actor: CaseAgent,
  { requestId, callbackNumber: number }: NoteCallback,
) {
  const kind = "owner_request.called_back";
  return caseChange(actor, "note_callback", requestId, kind, async (tx, request) => {
    if (request.callbackNumber !== number) throw new Refusal("case_changed");
    await updateCase(tx, actor, { calledBackAt: sql`now()`, calledBackBy: actor.agentId });
    return { number };
  });
}
