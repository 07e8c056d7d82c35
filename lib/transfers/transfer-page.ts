import type { Member } from "#lib/actor";
import { Refusal } from "#lib/refusal";
import { read } from "#lib/transaction";
import { describeTransfer } from "#lib/transfers/describe-transfer";

/** One transfer on a page of its own: any for admins, for others what they did themselves. */
export function getTransferPage(actor: Member, transferId: string) {
  return read(actor, async (tx) => {
    const page = await describeTransfer(tx, actor, transferId);
    if (actor.role !== "admin" && page.transfer.byUserId !== actor.userId) {
      throw new Refusal("not_found");
    }
    return page;
  });
}
