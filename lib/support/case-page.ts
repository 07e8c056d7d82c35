import type { CaseAgent } from "#lib/actor";
import { listCasePeople, listSuccessors } from "#lib/support/case-people";
import { listCaseSteps } from "#lib/support/case-steps";
import { listAgents } from "#lib/support/cases-page";
import { getCase } from "#lib/support/get-case";
import { listLetters } from "#lib/support/list-letters";
import { listNotes } from "#lib/support/list-notes";
import { read } from "#lib/transaction";

/** Everything of one case, and whom its forms choose from. */
export function getCasePage(actor: CaseAgent) {
  return read(actor, async (tx) => {
    const request = await getCase(tx, actor);
    return {
      request,
      people: await listCasePeople(tx, actor.accountId, request),
      letters: await listLetters(tx, actor, request),
      notes: await listNotes(tx, actor),
      events: await listCaseSteps(tx, actor.accountId, request.number),
      successors: request.endedAt ? [] : await listSuccessors(tx, actor.accountId),
      agents: request.endedAt ? [] : await listAgents(tx),
    };
  });
}
