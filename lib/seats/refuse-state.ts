import type { EventKind } from "#lib/audit/events";
import { findLatestOfKinds } from "#lib/audit/find-latest-of-kinds";
import { Refusal, type RefusalCode, type RefusalFacts } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

/** What brought the subscription into the state that is in the way. */
const causes: Partial<Record<RefusalCode, EventKind[]>> = {
  subscription_is_cancelled: ["subscription.cancelled"],
  subscription_goes_on: ["subscription.resumed", "subscription.started"],
  subscription_runs: ["subscription.started"],
};

/** Refuses as the subscription is not as the page showed it, and says who changed it and when. */
export async function refuseState(
  tx: Tx,
  accountId: string,
  why: RefusalCode,
  facts: RefusalFacts = {},
): Promise<never> {
  const kinds = causes[why];
  const cause = kinds && (await findLatestOfKinds(tx, accountId, ...kinds));
  throw new Refusal(why, {
    ...facts,
    ...(cause && { by: cause.actorName, at: cause.at.toISOString() }),
  });
}
