import type { Member } from "#lib/actor";
import { read } from "#lib/transaction";
import { countUndo, getTransfer } from "#lib/transfers/get-transfer";
import { whyNotUndo } from "#lib/transfers/rules";

/** One transfer, what an undo would do now, and why it cannot be undone, if so. */
export function getTransferPage(actor: Member, transferId: string) {
  return read(actor, async (tx) => {
    const transfer = await getTransfer(tx, actor.accountId, transferId);
    const counts = await countUndo(tx, actor.accountId, transferId);
    return { transfer, counts, whyNot: whyNotUndo(transfer, new Date()) };
  });
}
