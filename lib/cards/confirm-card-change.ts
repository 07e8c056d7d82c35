import type { System } from "#lib/actor";
import { record } from "#lib/audit/record";
import { completeCardChange } from "#lib/cards/complete-card-change";
import { findCardChange } from "#lib/cards/find-card-change";
import { lockAccount } from "#lib/change";
import { Refusal } from "#lib/refusal";
import type { FollowLink } from "#lib/sessions/schema";
import { transact } from "#lib/transaction";

/**
 * Whoever opens the link at the billing address puts the other card on file; dead once who asked for
 * it is no active admin any more. The same form sent again is done already.
 */
export async function confirmCardChange({ accountId, token }: FollowLink): Promise<void> {
  const actor: System = { kind: "system", accountId };
  await transact(actor, async (tx) => {
    if (!(await findCardChange(tx, accountId, { token }))) throw new Refusal("card_change_over");
    await lockAccount(tx, accountId);
    const change = await findCardChange(tx, accountId, { token });
    if (!change || change.state === "over") throw new Refusal("card_change_over");
    if (change.state === "done") return;
    const data = await completeCardChange(tx, accountId, change);
    const author = { accountId, userId: change.requestedBy, name: change.requestedByName };
    await record(tx, author, { kind: "card.changed", data });
  });
}
