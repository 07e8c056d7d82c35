import { sql } from "drizzle-orm";
import type { Tx } from "#lib/transaction";

/**
 * Splits a user's contacts into `count` pieces whose sizes differ by at most one, dealt out in turn
 * so that each piece has old and new ones. Piece 0 stays in the books it lies in; every other part
 * of a book is carved into a new book of the same assignee. Answers the new books of each piece. One
 * statement, so that what is counted, carved and moved is the same, whatever is added meanwhile.
 */
export async function carveEvenly(
  tx: Tx,
  accountId: string,
  userId: string,
  count: number,
): Promise<string[][]> {
  const parts = await tx.execute<{ piece: number; book_id: string }>(sql`
    with dealt as materialized (
      select c.id, c.book_id,
        ((row_number() over (order by c.book_id, c.id) - 1) % ${count})::int as piece
      from contacts c join books b on b.account_id = c.account_id and b.id = c.book_id
      where c.account_id = ${accountId} and b.assignee_id = ${userId} and c.deleted_at is null
    ), parts as materialized (
      select book_id as from_book, piece, uuidv7() as to_book
      from dealt where piece > 0 group by book_id, piece
    ), carved as (
      insert into books (account_id, id, assignee_id, carved_from_id)
      select ${accountId}, to_book, ${userId}, from_book from parts
    ), moved as (
      update contacts c set book_id = p.to_book
      from dealt d join parts p on p.from_book = d.book_id and p.piece = d.piece
      where c.account_id = ${accountId} and c.id = d.id
    )
    select piece, to_book as book_id from parts`);
  const pieces: string[][] = Array.from({ length: count }, () => []);
  for (const { piece, book_id } of parts) pieces[piece]?.push(book_id);
  return pieces;
}
