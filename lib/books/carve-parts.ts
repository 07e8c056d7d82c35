import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#lib/transaction";

export type CarvedPart = { bookId: string; piece: number; contacts: number };

/**
 * Carves each piece of a book into a new book of the same assignee, which keeps the book's name and
 * where it came from. `picked` says of contacts their id, their book_id and their piece; without one
 * they stay. One statement, so that what is counted is what moves, whatever is added meanwhile.
 */
export function carveParts(tx: Tx, accountId: string, picked: SQL): Promise<CarvedPart[]> {
  return tx.execute<CarvedPart>(sql`
    with picked as materialized (${picked}),
    parts as materialized (
      select book_id as from_book, piece, uuidv7() as to_book
      from picked where piece is not null group by book_id, piece
    ), carved as (
      insert into books (account_id, id, assignee_id, carved_from_id, name, transfer_id)
      select b.account_id, p.to_book, b.assignee_id, b.id, b.name, b.transfer_id
      from parts p join books b on b.account_id = ${accountId} and b.id = p.from_book
    ), moved as (
      update contacts c set book_id = parts.to_book
      from picked p join parts on parts.from_book = p.book_id and parts.piece = p.piece
      where c.account_id = ${accountId} and c.id = p.id
        and c.book_id = p.book_id and c.deleted_at is null
      returning c.book_id
    )
    select p.to_book as "bookId", p.piece, count(*)::int as contacts
    from moved m join parts p on p.to_book = m.book_id group by p.to_book, p.piece`);
}
