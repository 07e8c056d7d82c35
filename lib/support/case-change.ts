import type { CaseAgent } from "#lib/actor";
import type { EventData } from "#lib/audit/events";
import { personOf } from "#lib/owner-requests/case-facts";
import { Refusal } from "#lib/refusal";
import { agentChange, type CaseKind } from "#lib/support/agent-change";
import { type Case, lockCase } from "#lib/support/get-case";
import { type CaseStep, stepRoles, whyNotStep } from "#lib/support/rules";
import type { Tx } from "#lib/transaction";

type OfCase = { caseNumber: number };

/**
 * One step of a case: looks at the case anew, locked, refuses by the same rule that shows the step's
 * form, and writes both logs. `work` answers what the event holds besides the case's number.
 */
export function caseChange<K extends CaseKind>(
  actor: CaseAgent,
  step: CaseStep,
  formId: string,
  kind: K,
  work: (tx: Tx, request: Case) => Promise<Omit<EventData[K], keyof OfCase>>,
) {
  return agentChange(actor, stepRoles[step], formId, kind, async (tx) => {
    const request = await lockCase(tx, actor);
    const why = whyNotStep(step, actor, request);
    if (why) throw new Refusal(why.code, why.facts);
    const data = { ...(await work(tx, request)), caseNumber: request.number } as EventData[K];
    return { user: personOf(request), data };
  });
}
