import { and, asc, eq, inArray, or } from "drizzle-orm";
import { books } from "#db/schema/books";
import type { Tx } from "#lib/transaction";
import type { Piece } from "#lib/transfers/count-pieces";

/**
 * Holds the books that these contacts lie in, and the receivers' main books, as they are: none of
 * them changes hands before the end, while adding contacts and editing them goes on.
 */
export async function lockPieces(tx: Tx, accountId: string, pieces: Piece[]): Promise<void> {
  const sources = [...new Set(pieces.map(({ bookId }) => bookId))];
  const receivers = [...new Set(pieces.flatMap(({ to }) => to ?? []))];
  await tx
    .select({ id: books.id })
    .from(books)
    .where(
      and(
        eq(books.accountId, accountId),
        or(
          inArray(books.id, sources),
          and(eq(books.isMain, true), inArray(books.assigneeId, receivers)),
        ),
      ),
    )
    .orderBy(asc(books.id))
    .for("share");
}
