import { sql } from "drizzle-orm";
import { carveParts } from "#lib/books/carve-parts";
import type { Tx } from "#lib/transaction";
import type { CarryOut } from "#lib/transfers/meant";
import { pickedContacts } from "#lib/transfers/picked-contacts";
import { receivers } from "#lib/transfers/plan";

/**
 * Carves what each receiver does not have already into new books, which then change hands. Answers
 * how many contacts went along.
 */
export async function carvePieces(tx: Tx, accountId: string, carryOut: CarryOut): Promise<number> {
  const { meant, plan, transferId, bookIds } = carryOut;
  const all = receivers(plan);
  const carved = await carveParts(
    tx,
    accountId,
    sql`
      select p.id, p.book_id, p.piece
      from (${pickedContacts(accountId, meant, plan)}) p
      join json_array_elements_text(${JSON.stringify(all)}) with ordinality r (id, n)
        on r.n - 1 = p.piece and r.id::uuid <> p.assignee_id
      where p.book_id = any (${`{${bookIds.join()}}`}::uuid[])`,
  );
  const given = carved.map(({ bookId, piece }) => ({ book_id: bookId, receiver_id: all[piece] }));
  await tx.execute(sql`
    update books b set assignee_id = r.receiver_id, transfer_id = ${transferId}
    from json_to_recordset(${JSON.stringify(given)}) as r (book_id uuid, receiver_id uuid)
    where b.account_id = ${accountId} and b.id = r.book_id`);
  return carved.reduce((sum, { contacts }) => sum + contacts, 0);
}
