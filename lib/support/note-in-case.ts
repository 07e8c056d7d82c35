import { ownerRequestNotes } from "#db/schema/owner-request-letters";
import type { CaseAgent } from "#lib/actor";
import { consoleChange } from "#lib/support/agent-change";
import type { NoteInCase } from "#lib/support/case-schema";
import { getCase } from "#lib/support/get-case";
import { stepRoles } from "#lib/support/rules";

/** For colleagues: it stays in the console, and is never changed. */
export function noteInCase(actor: CaseAgent, { requestId: formId, body }: NoteInCase) {
  const { accountId, accountName, requestId, agentId } = actor;
  return consoleChange(actor, stepRoles.note, formId, "case.noted", async (tx) => {
    const { number } = await getCase(tx, actor);
    await tx.insert(ownerRequestNotes).values({ accountId, requestId, agentId, body, formId });
    return { data: {}, account: { id: accountId, name: accountName }, caseNumber: number };
  });
}
