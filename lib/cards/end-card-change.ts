import type { Member } from "#lib/actor";
import { markCardChangeEnded } from "#lib/cards/end-open-card-change";
import { findCardChange } from "#lib/cards/find-card-change";
import type { EndCardChange } from "#lib/cards/schema";
import { adminChange } from "#lib/change";
import { Refusal } from "#lib/refusal";

/** Any admin cancels another card that waits to be confirmed; its link is dead then. */
export function endCardChange(actor: Member, { requestId, changeId }: EndCardChange) {
  return adminChange(actor, requestId, "card.change_ended", async (tx) => {
    const change = await findCardChange(tx, actor.accountId, { id: changeId });
    if (!change) throw new Refusal("not_found");
    if (change.state !== "unconfirmed") throw new Refusal("card_change_over");
    await markCardChangeEnded(tx, actor, changeId);
    const { holderName, last4 } = change;
    return { data: { changeId, holderName, last4 } };
  });
}
