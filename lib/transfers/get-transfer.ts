import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { transfers } from "#db/schema/transfers";
import { users } from "#db/schema/users";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";
import type { UndoCounts } from "#lib/transfers/rules";

const undos = alias(transfers, "undos");
const leavers = alias(users, "leavers");
const undoers = alias(users, "undoers");

/** One transfer with the undo that took it back, if any; `not_found` otherwise. */
export async function getTransfer(tx: Tx, accountId: string, transferId: string) {
  const [transfer] = await tx
    .select({
      id: transfers.id,
      kind: transfers.kind,
      at: transfers.at,
      contacts: transfers.contacts,
      fromUserId: transfers.fromUserId,
      fromName: leavers.name,
      fromStatus: leavers.status,
      undoneAt: undos.at,
      undoneByName: undoers.name,
    })
    .from(transfers)
    .leftJoin(
      leavers,
      and(eq(leavers.accountId, transfers.accountId), eq(leavers.id, transfers.fromUserId)),
    )
    .leftJoin(
      undos,
      and(eq(undos.accountId, transfers.accountId), eq(undos.undoesId, transfers.id)),
    )
    .leftJoin(undoers, and(eq(undoers.accountId, undos.accountId), eq(undoers.id, undos.byUserId)))
    .where(and(eq(transfers.accountId, accountId), eq(transfers.id, transferId)));
  if (!transfer) throw new Refusal("not_found");
  return transfer;
}

/**
 * How many contacts an undo brings back now; how many stay because their book was handed on since;
 * and how many because they were carved out of their book since (domain rule 23).
 */
export async function countUndo(
  tx: Tx,
  accountId: string,
  transferId: string,
): Promise<UndoCounts> {
  const [counts] = await tx.execute<UndoCounts>(sql`
    with recursive moved as (${movedBooks(accountId, transferId)}),
    carved as (
      select b.id from moved m join books b
        on b.account_id = ${accountId} and b.carved_from_id = m.book_id and b.created_at > m.at
      union
      select b.id from carved c join books b
        on b.account_id = ${accountId} and b.carved_from_id = c.id
    )
    select count(*) filter (where m.is_latest)::int as returned,
           count(*) filter (where not m.is_latest)::int as stayed,
           count(*) filter (where m.book_id is null)::int as "carvedOut"
    from contacts c left join moved m on m.book_id = c.book_id
    where c.account_id = ${accountId} and c.deleted_at is null
      and c.book_id in (select book_id from moved union select id from carved)`);
  return counts ?? { returned: 0, stayed: 0, carvedOut: 0 };
}

/** The books of a transfer, from whom each came, and whether this was its latest change of hands. */
export function movedBooks(accountId: string, transferId: string) {
  return sql`
    select m.book_id, m.from_user_id, m.at, not exists (
        select from book_moves later
        where later.account_id = m.account_id and later.book_id = m.book_id and later.id > m.id
      ) as is_latest
    from book_moves m
    where m.account_id = ${accountId} and m.transfer_id = ${transferId}`;
}
