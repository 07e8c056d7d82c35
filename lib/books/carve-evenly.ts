import { sql } from "drizzle-orm";
import { carveParts } from "#lib/books/carve-parts";
import type { Tx } from "#lib/transaction";

/**
 * Splits a user's contacts into `count` pieces whose sizes differ by at most one, dealt out in turn
 * so that each piece has old and new ones. Piece 0 stays in the books it lies in, the others are
 * carved. Answers the new books of each piece.
 */
export async function carveEvenly(
  tx: Tx,
  accountId: string,
  userId: string,
  count: number,
): Promise<string[][]> {
  const parts = await carveParts(
    tx,
    accountId,
    sql`
      select c.id, c.book_id,
        nullif(((row_number() over (order by c.book_id, c.id) - 1) % ${count})::int, 0) as piece
      from contacts c join books b on b.account_id = c.account_id and b.id = c.book_id
      where c.account_id = ${accountId} and b.assignee_id = ${userId} and c.deleted_at is null`,
  );
  const pieces: string[][] = Array.from({ length: count }, () => []);
  for (const { piece, bookId } of parts) pieces[piece]?.push(bookId);
  return pieces;
}
