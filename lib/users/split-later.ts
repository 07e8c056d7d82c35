import { countContacts } from "#lib/books/count-contacts";
import { IN_REQUEST_LIMIT } from "#lib/books/in-request-limit";
import type { SharedOut } from "#lib/books/share-out";
import { lockUser } from "#lib/change";
import type { Tx } from "#lib/transaction";
import { requestTransfer } from "#lib/transfers/request-transfer";

/** Whether an even split of this leaver's contacts takes longer than others may be kept waiting. */
export async function isLargeSplit(
  tx: Tx,
  accountId: string,
  leaverId: string,
  successors: { id: string }[],
): Promise<boolean> {
  return successors.length > 1 && (await countContacts(tx, accountId, leaverId)) > IN_REQUEST_LIMIT;
}

/**
 * Leaves the split to a job: until it is done the contacts are the leaver's. Answers what each will
 * receive, and locks the leaver as a split at once does.
 */
export async function splitLater(
  tx: Tx,
  by: { accountId: string; userId: string },
  leaverId: string,
  successors: { id: string }[],
): Promise<SharedOut> {
  await lockUser(tx, by.accountId, leaverId);
  const contacts = await countContacts(tx, by.accountId, leaverId);
  const transferId = await requestTransfer(tx, by, {
    kind: "inactivation",
    fromUserId: leaverId,
    selection: { search: "", assignee: leaverId, book: undefined },
    plan: { kind: "shares", shares: successors.map(({ id }) => ({ to: id, parts: 1 })) },
  });
  const each = Math.floor(contacts / successors.length);
  const extra = contacts % successors.length;
  return {
    contacts,
    transferId,
    shares: successors.map(({ id }, n) => ({ userId: id, contacts: each + (n < extra ? 1 : 0) })),
  };
}
