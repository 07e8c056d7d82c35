import type { Member } from "#lib/actor";
import { read } from "#lib/transaction";
import { describeTransfer } from "#lib/transfers/describe-transfer";

/** One transfer on a page of its own. */
export function getTransferPage(actor: Member, transferId: string) {
  return read(actor, (tx) => describeTransfer(tx, actor.accountId, transferId));
}
