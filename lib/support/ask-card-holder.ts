import { sql } from "drizzle-orm";
import type { CaseAgent } from "#lib/actor";
import { queueTelling } from "#lib/owner-requests/queue-telling";
import { caseChange } from "#lib/support/case-change";
import type { AskCardHolder } from "#lib/support/case-schema";
import { matchCard } from "#lib/support/match-card";
import { updateCase } from "#lib/support/update-case";

/**
 * Somebody who knows the card is to confirm with a link that goes where bills go. An admin's case
 * becomes the card holder's by it, and whatever case has to be verified anew.
 */
export function askCardHolder(actor: CaseAgent, input: AskCardHolder) {
  const { requestId: formId, holderName, last4, callbackNumber } = input;
  const kind = "owner_request.card_holder_asked";
  return caseChange(actor, "ask_card_holder", formId, kind, async (tx) => {
    const sentTo = await matchCard(tx, actor.accountId, input);
    await updateCase(tx, actor, {
      capacity: "card_holder",
      requestedByName: holderName,
      statedHolder: holderName,
      statedLast4: last4,
      callbackNumber,
      confirmAskedAt: sql`clock_timestamp()`,
    });
    await queueTelling(tx, actor, { requestId: actor.requestId, news: "confirm" });
    return { sentTo, byName: holderName };
  });
}
