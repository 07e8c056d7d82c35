import { sql } from "drizzle-orm";
import type { Tx } from "#lib/transaction";
import type { CarryOut } from "#lib/transfers/meant";
import { pickedContacts } from "#lib/transfers/picked-contacts";
import { receivers } from "#lib/transfers/plan";

/**
 * Carves each piece of a book into a new book of the same assignee, which keeps the book's name and
 * where it came from; then the new books change hands. Answers how many contacts went along.
 */
export async function carvePieces(tx: Tx, accountId: string, carryOut: CarryOut): Promise<number> {
  const { meant, plan, transferId, bookIds } = carryOut;
  const carved = await tx.execute<{ book_id: string; receiver_id: string; contacts: number }>(sql`
    with picked as materialized (${pickedContacts(accountId, meant, plan)}),
    parts as materialized (
      select p.book_id as from_book, p.piece, r.id::uuid as receiver_id, uuidv7() as to_book
      from picked p
      join json_array_elements_text(${JSON.stringify(receivers(plan))}) with ordinality r (id, n)
        on r.n - 1 = p.piece and r.id::uuid <> p.assignee_id
      group by p.book_id, p.piece, r.id
    ), carved as (
      insert into books (account_id, id, assignee_id, carved_from_id, name, transfer_id)
      select b.account_id, p.to_book, b.assignee_id, b.id, b.name, b.transfer_id
      from parts p join books b on b.account_id = ${accountId} and b.id = p.from_book
    ), moved as (
      update contacts c set book_id = parts.to_book
      from picked p join parts on parts.from_book = p.book_id and parts.piece = p.piece
      where c.account_id = ${accountId} and c.id = p.id
        and c.book_id = p.book_id and c.deleted_at is null
        and p.book_id = any (${`{${bookIds.join()}}`}::uuid[])
      returning c.book_id
    )
    select m.book_id, p.receiver_id, count(*)::int as contacts
    from moved m join parts p on p.to_book = m.book_id group by m.book_id, p.receiver_id`);
  await tx.execute(sql`
    update books b set assignee_id = r.receiver_id, transfer_id = ${transferId}
    from json_to_recordset(${JSON.stringify(carved)}) as r (book_id uuid, receiver_id uuid)
    where b.account_id = ${accountId} and b.id = r.book_id`);
  return carved.reduce((sum, { contacts }) => sum + contacts, 0);
}
