import { sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import type { Tx } from "#lib/transaction";

/** One successor's part: the carved books that make it up, and how many contacts it has. */
export type Piece = { bookIds: string[]; contacts: number };

type Part = { book_id: string; piece: number; contacts: number };

/**
 * Splits a user's contacts into `count` pieces whose sizes differ by at most one, dealt out in turn
 * so that each piece has old and new ones. Piece 0 stays in the books it lies in; every other part
 * of a book is carved into a new book of the same assignee.
 */
export async function carveEvenly(
  tx: Tx,
  accountId: string,
  userId: string,
  count: number,
): Promise<Piece[]> {
  const dealt = dealOut(accountId, userId, count);
  const parts = await tx.execute<Part>(
    sql`select book_id, piece, count(*)::int as contacts from (${dealt}) d
        group by book_id, piece order by book_id, piece`,
  );
  const pieces: Piece[] = Array.from({ length: count }, () => ({ bookIds: [], contacts: 0 }));
  for (const { piece, contacts } of parts) addTo(pieces[piece], contacts);
  const toCarve = parts.filter(({ piece }) => piece > 0);
  if (toCarve.length === 0) return pieces;

  const carved = await tx
    .insert(books)
    .values(toCarve.map((part) => ({ accountId, assigneeId: userId, carvedFromId: part.book_id })))
    .returning({ id: books.id });
  const routes = toCarve.map((part, index) => {
    const toBook = carved[index]?.id ?? "";
    pieces[part.piece]?.bookIds.push(toBook);
    return sql`(${part.book_id}::uuid, ${part.piece}::int, ${toBook}::uuid)`;
  });
  await tx.execute(
    sql`update contacts c set book_id = r.to_book
        from (${dealt}) d join (values ${sql.join(routes, sql`, `)}) r (book_id, piece, to_book)
          on r.book_id = d.book_id and r.piece = d.piece
        where c.account_id = ${accountId} and c.id = d.id`,
  );
  return pieces;
}

function addTo(piece: Piece | undefined, contacts: number): void {
  if (piece) piece.contacts += contacts;
}

function dealOut(accountId: string, userId: string, count: number) {
  return sql`select c.id, c.book_id,
               ((row_number() over (order by c.book_id, c.id) - 1) % ${count})::int as piece
             from contacts c join books b on b.account_id = c.account_id and b.id = c.book_id
             where c.account_id = ${accountId} and b.assignee_id = ${userId}
               and c.deleted_at is null`;
}
