import { sql } from "drizzle-orm";
import { transfers } from "#db/schema/transfers";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import { countUndo, getTransfer, movedBooks } from "#lib/transfers/get-transfer";
import { whyNotUndo } from "#lib/transfers/rules";
import type { UndoTransfer } from "#lib/transfers/schema";

/** Returns each book whose latest change of hands was this transfer, once and for 30 days (rule 23). */
export function undoTransfer(actor: Member, input: UndoTransfer) {
  return adminChange(actor, input.requestId, "transfer.undone", async (tx) => {
    const { accountId } = actor;
    const transfer = await getTransfer(tx, accountId, input.transferId);
    const counts = await countUndo(tx, accountId, transfer.id);
    const why = whyNotUndo(transfer, counts, new Date());
    if (why) {
      throw new Refusal(why, {
        by: transfer.undoneByName ?? undefined,
        at: transfer.undoneAt?.toISOString(),
      });
    }
    const [undo] = await tx
      .insert(transfers)
      .values({
        accountId,
        kind: "undo",
        byUserId: actor.userId,
        fromUserId: transfer.fromUserId,
        undoesId: transfer.id,
        contacts: counts.returned,
      })
      .returning({ id: transfers.id });
    if (!undo) throw new Error("The transfer was not inserted.");
    await tx.execute(sql`
      update books b set assignee_id = m.from_user_id, transfer_id = ${undo.id}
      from (${movedBooks(accountId, transfer.id)}) m
      where b.account_id = ${accountId} and b.id = m.book_id and m.is_latest`);
    const user = transfer.fromUserId
      ? { id: transfer.fromUserId, name: transfer.fromName ?? "" }
      : undefined;
    return {
      user,
      data: { transferId: transfer.id, fromName: transfer.fromName ?? "", ...counts },
    };
  });
}
