import type { Member } from "#lib/actor";
import { adminChange, memberChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import { read, type Tx } from "#lib/transaction";
import {
  endPlannedTransfer,
  getPlannedTransfer,
  lockPlannedTransfer,
} from "#lib/transfers/planned-transfer";
import type { CancelTransfer } from "#lib/transfers/schema";

/**
 * Ends what prepares a transfer, by who asked for it or any admin: nothing has changed for anybody.
 * Books that were carved stay what they are, ordinary books of the same user's.
 */
export async function cancelTransfer(actor: Member, { requestId, transferId }: CancelTransfer) {
  const { byUserId } = await read(actor, (tx) =>
    getPlannedTransfer(tx, actor.accountId, transferId),
  );
  const change = byUserId === actor.userId ? memberChange : adminChange;
  return change(actor, requestId, "transfer.cancelled", async (tx: Tx) => {
    const state = await lockPlannedTransfer(tx, actor.accountId, transferId);
    if (state !== "counting" && state !== "carving") throw new Refusal("transfer_over");
    const planned = await getPlannedTransfer(tx, actor.accountId, transferId);
    await endPlannedTransfer(tx, planned, { state: "cancelled", endedBy: actor.userId });
    const { fromUserId, fromName } = planned;
    return {
      user: fromUserId && fromName ? { id: fromUserId, name: fromName } : undefined,
      data: { transferId, ...(fromName && { fromName }) },
    };
  });
}
