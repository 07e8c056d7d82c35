import { transfers } from "#db/schema/transfers";
import type { Member } from "#lib/actor";
import type { NewEvent } from "#lib/audit/record";
import { adminChange, memberChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";
import { countUndo } from "#lib/transfers/count-undo";
import { getTransfer } from "#lib/transfers/get-transfer";
import { lockUndo, returnBooks, returnContacts } from "#lib/transfers/return-contacts";
import { whyNotUndo } from "#lib/transfers/rules";
import type { UndoTransfer } from "#lib/transfers/schema";

/**
 * Returns each book and contact whose latest change of hands was this transfer, once and for 30 days
 * (domain rule 23): any by an admin, by others what they gave away themselves.
 */
export function undoTransfer(actor: Member, input: UndoTransfer) {
  const { requestId, transferId } = input;
  const work = (tx: Tx) => undo(tx, actor, transferId);
  return actor.role === "admin"
    ? adminChange(actor, requestId, "transfer.undone", work)
    : memberChange(actor, requestId, "transfer.undone", work);
}

async function undo(
  tx: Tx,
  actor: Member,
  transferId: string,
): Promise<Omit<NewEvent<"transfer.undone">, "kind">> {
  const { accountId } = actor;
  await lockUndo(tx, accountId, transferId);
  const transfer = await getTransfer(tx, accountId, transferId);
  const counts = await countUndo(tx, accountId, transferId);
  const why = whyNotUndo(actor, transfer, counts, new Date());
  if (why) {
    throw new Refusal(why, {
      by: transfer.undoneByName ?? undefined,
      at: transfer.undoneAt?.toISOString(),
    });
  }
  const [undone] = await tx
    .insert(transfers)
    .values({
      accountId,
      kind: "undo",
      byUserId: actor.userId,
      fromUserId: transfer.fromUserId,
      undoesId: transferId,
      contacts: counts.returned,
    })
    .returning({ id: transfers.id });
  if (!undone) throw new Error("The transfer was not inserted.");
  await returnBooks(tx, accountId, { transferId, undoId: undone.id });
  await returnContacts(tx, accountId, { transferId, undoId: undone.id });
  const user = transfer.fromUserId
    ? { id: transfer.fromUserId, name: transfer.fromName ?? "" }
    : undefined;
  return { user, data: { transferId, fromName: transfer.fromName ?? "", ...counts } };
}
