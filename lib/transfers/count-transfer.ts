import { and, eq, type SQL, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contacts } from "#db/schema/contacts";
import { plannedTransfers } from "#db/schema/planned-transfers";
import { users } from "#db/schema/users";
import { selected, selectedBooks } from "#lib/contacts/selected";
import { ownerOfWholeBooks } from "#lib/contacts/selection";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";
import { contactsWithAssignee } from "#lib/transfers/picked-contacts";
import { pieceOf } from "#lib/transfers/piece-of";
import { receivers } from "#lib/transfers/plan";
import { getPlannedTransfer, type PlannedTransfer } from "#lib/transfers/planned-transfer";

/** So many contacts change books in one transaction (docs/decisions/013-large-transfers.md). */
const BATCH_SIZE = 250;

/**
 * Writes down, in batches, which contacts go into which piece. It holds nobody up, however long it
 * takes: the transfer can be cancelled meanwhile. Answers false where there is nothing to transfer.
 */
export async function countTransfer(tx: Tx, planned: PlannedTransfer): Promise<boolean> {
  const { accountId, id } = planned;
  await tx.execute(sql`set local statement_timeout = 0`);
  await tx.execute(sql`set local lock_timeout = 0`);
  // What a killed worker began goes on in the database for a while, and is not done twice.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
  const { state } = await getPlannedTransfer(tx, accountId, id);
  if (state !== "counting") return true;
  const [counted] = await tx.execute<{ total: number; riding: number }>(snapshot(planned));
  if (!counted) throw new Error("Nothing was counted.");
  const begun = await tx
    .update(plannedTransfers)
    .set({ state: "carving", total: counted.total, startedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(plannedTransfers.accountId, accountId),
        eq(plannedTransfers.id, id),
        eq(plannedTransfers.state, "counting"),
      ),
    )
    .returning({ id: plannedTransfers.id });
  if (begun.length === 0) throw new Refusal("transfer_over");
  return counted.total + counted.riding > 0;
}

/**
 * Left out is what was added, edited or moved since the request, what is an inactive user's only
 * since then, and what lies with its receiver already. Where whole books are meant the largest piece stays in them and changes hands with them.
 * One statement, so that every contact is in one piece.
 */
function snapshot({ accountId, id, selection, plan }: PlannedTransfer): SQL {
  const to = receivers(plan);
  const owner = ownerOfWholeBooks(selection);
  const requestedAt = sql`(select requested_at from planned_transfers
    where account_id = ${accountId} and id = ${id})`;
  return sql`
    with source as materialized (
      select ${books.id} from ${books}
      join ${users} on ${users.accountId} = ${books.accountId} and ${users.id} = ${books.assigneeId}
      where ${and(eq(books.accountId, accountId), selectedBooks(selection))}
        and coalesce((latest_book_move(${books.accountId}, ${books.id})).at <= ${requestedAt}, true)
        and ${selection.assignee !== "inactive" || sql`${users.inactivatedAt} <= ${requestedAt}`}
    ), dealt as materialized (
      select ${contacts.id}, ${contacts.bookId}, ${books.assigneeId}, ${pieceOf(plan)} as piece
      from ${contactsWithAssignee}
      where ${selected(accountId, selection)}
        and ${contacts.createdAt} <= ${requestedAt} and ${contacts.updatedAt} <= ${requestedAt}
        and ${contacts.bookId} in (select id from source)
        and not exists (select from contact_moves m where m.account_id = ${accountId}
          and m.contact_id = ${contacts.id} and m.at > ${requestedAt})
    ), riding as materialized (
      select piece from dealt where ${owner !== null && !to.includes(owner)}
        and not exists (select from dealt where piece is null)
      group by piece order by count(*) desc, piece limit 1
    ), rides as (
      insert into transfer_pieces (account_id, transfer_id, piece, from_book_id, book_id)
      select ${accountId}, ${id}, riding.piece, source.id, source.id from source, riding
      returning book_id
    ), numbered as (
      select id, book_id, piece, row_number() over (partition by book_id, piece order by id) as number
      from dealt
      where piece is not null and piece is distinct from (select piece from riding)
        and assignee_id <> (${`{${to.join()}}`}::uuid[])[piece + 1]
    ), batched as (
      select book_id, piece, (number - 1) / ${BATCH_SIZE}::int as chunk, array_agg(id) as ids
      from numbered group by book_id, piece, chunk
    ), batches as (
      insert into transfer_batches (account_id, transfer_id, n, piece, from_book_id, contact_ids)
      select ${accountId}, ${id}, row_number() over (order by book_id, chunk, piece), piece, book_id, ids
      from batched returning cardinality(contact_ids) as size
    )
    select coalesce(sum(size), 0)::int as total, (select count(*) from rides)::int as riding
    from batches`;
}
