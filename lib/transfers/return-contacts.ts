import { sql } from "drizzle-orm";
import type { Tx } from "#lib/transaction";
import { booksOfTransfer, contactsOfTransfer } from "#lib/transfers/undo-parts";

type Undo = { transferId: string; undoId: string };

/** Holds what an undo would move, so that it is counted as it then moves. */
export async function lockUndo(tx: Tx, accountId: string, transferId: string): Promise<void> {
  await tx.execute(sql`
    select b.id from books b
    where b.account_id = ${accountId} and (
      b.id in (select book_id from (${booksOfTransfer(accountId, transferId)}) m where is_latest)
      or exists (
        select from (${contactsOfTransfer(accountId, transferId)}) s
        where is_latest and (
          b.id in (s.book_id, s.from_book_id) or b.is_main and b.assignee_id = s.from_user_id)))
    order by b.id for no key update`);
}

/** Each book goes back by its row to whom it came from. */
export async function returnBooks(
  tx: Tx,
  accountId: string,
  { transferId, undoId }: Undo,
): Promise<void> {
  await tx.execute(sql`
    update books b set assignee_id = m.from_user_id, transfer_id = ${undoId}
    from (${booksOfTransfer(accountId, transferId)}) m
    where b.account_id = ${accountId} and b.id = m.book_id and m.is_latest`);
}

/**
 * Each contact that had moved by itself goes back into the book that it came from; if that is
 * somebody else's by now, into the main book of whom it came from.
 */
export async function returnContacts(
  tx: Tx,
  accountId: string,
  { transferId, undoId }: Undo,
): Promise<void> {
  await tx.execute(sql`
    update contacts c set transfer_id = ${undoId},
      book_id = case when origin.assignee_id = s.from_user_id then origin.id else main.id end
    from (${contactsOfTransfer(accountId, transferId)}) s
    join books origin on origin.account_id = ${accountId} and origin.id = s.from_book_id
    join books main on main.account_id = ${accountId} and main.assignee_id = s.from_user_id
      and main.is_main
    where c.account_id = ${accountId} and c.id = s.id and c.book_id = s.book_id and s.is_latest`);
}
