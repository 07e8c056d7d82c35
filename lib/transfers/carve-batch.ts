import { sql } from "drizzle-orm";
import { plannedTransfers } from "#db/schema/planned-transfers";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";
import { refuseMovedBooks } from "#lib/transfers/moved-books";
import { lockPlannedTransfer, type PlannedTransfer } from "#lib/transfers/planned-transfer";

/**
 * Carves the next batch into the book of its piece, which is the same assignee's and looks like the
 * one it is carved from: nobody sees a difference. The contacts' ids stay in the database.
 */
export async function carveBatch(tx: Tx, planned: PlannedTransfer): Promise<void> {
  const { accountId, id } = planned;
  // Rather than wait for a contact that somebody holds, it lets go of the others and tries again.
  await tx.execute(sql`set local lock_timeout = '100ms'`);
  if ((await lockPlannedTransfer(tx, accountId, id)) !== "carving") {
    throw new Refusal("transfer_over");
  }
  const batch = await findNext(tx, planned);
  if (!batch) return;
  await refuseMovedBooks(
    tx,
    planned,
    [batch.fromBookId, batch.bookId].filter((book) => book !== null),
  );
  const bookId = batch.bookId ?? (await makeBook(tx, planned, batch));
  await tx.execute(sql`
    update contacts set book_id = ${bookId}
    where account_id = ${accountId} and book_id = ${batch.fromBookId} and id = any ((
      select contact_ids from transfer_batches
      where account_id = ${accountId} and transfer_id = ${id} and n = ${batch.n})::uuid[])`);
  await tx.execute(sql`
    with gone as (
      delete from transfer_batches
      where account_id = ${accountId} and transfer_id = ${id} and n = ${batch.n})
    update ${plannedTransfers} set carved = carved + ${batch.size}
    where account_id = ${accountId} and id = ${id}`);
}

type Batch = { n: number; piece: number; fromBookId: string; size: number; bookId: string | null };

async function findNext(tx: Tx, { accountId, id }: PlannedTransfer): Promise<Batch | undefined> {
  const [batch] = await tx.execute<Batch>(sql`
    select b.n, b.piece, b.from_book_id as "fromBookId", cardinality(b.contact_ids) as size,
      p.book_id as "bookId"
    from transfer_batches b left join transfer_pieces p
      on (p.account_id, p.transfer_id, p.piece, p.from_book_id)
       = (b.account_id, b.transfer_id, b.piece, b.from_book_id)
    where b.account_id = ${accountId} and b.transfer_id = ${id} order by b.n limit 1`);
  return batch;
}

async function makeBook(tx: Tx, { accountId, id }: PlannedTransfer, batch: Batch): Promise<string> {
  const [made] = await tx.execute<{ bookId: string }>(sql`
    with carved as (
      insert into books (account_id, assignee_id, name, carved_from_id, transfer_id)
      select account_id, assignee_id, name, id, transfer_id from books
      where account_id = ${accountId} and id = ${batch.fromBookId} returning id)
    insert into transfer_pieces (account_id, transfer_id, piece, from_book_id, book_id)
    select ${accountId}, ${id}, ${batch.piece}, ${batch.fromBookId}, id from carved
    returning book_id as "bookId"`);
  if (!made) throw new Error("The piece's book was not made.");
  return made.bookId;
}
