import { sql } from "drizzle-orm";
import type { Tx } from "#lib/transaction";
import type { CarryOut } from "#lib/transfers/meant";
import { pickedContacts } from "#lib/transfers/picked-contacts";
import { receivers } from "#lib/transfers/plan";

/** Moves contacts straight to their receivers' main books, and answers how many. */
export async function moveContacts(tx: Tx, accountId: string, carryOut: CarryOut): Promise<number> {
  const { meant, plan, transferId, bookIds } = carryOut;
  const [moved] = await tx.execute<{ contacts: number }>(sql`
    with picked as materialized (${pickedContacts(accountId, meant, plan)}),
    receiving as (
      select n - 1 as piece, b.assignee_id, b.id as book_id
      from json_array_elements_text(${JSON.stringify(receivers(plan))}) with ordinality r (id, n)
      join books b on b.account_id = ${accountId} and b.assignee_id = r.id::uuid and b.is_main
    ), moved as (
      update contacts c set book_id = r.book_id, transfer_id = ${transferId}
      from picked p join receiving r on r.piece = p.piece and r.assignee_id <> p.assignee_id
      where c.account_id = ${accountId} and c.id = p.id
        and c.book_id = p.book_id and c.deleted_at is null
        and p.book_id = any (${`{${bookIds.join()}}`}::uuid[])
      returning 1
    )
    select count(*)::int as contacts from moved`);
  return moved?.contacts ?? 0;
}
