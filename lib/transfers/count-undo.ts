import { sql } from "drizzle-orm";
import type { Tx } from "#lib/transaction";
import type { UndoCounts } from "#lib/transfers/rules";
import { booksOfTransfer, contactsOfTransfer } from "#lib/transfers/undo-parts";

/**
 * How many contacts an undo brings back now; how many stay because they were handed on since, alone
 * or with their book; and how many because they were split off since and handed on (domain rule 23).
 */
export async function countUndo(
  tx: Tx,
  accountId: string,
  transferId: string,
): Promise<UndoCounts> {
  // The ids of moves are in the order of time, and a transfer is recorded before anything moves by it.
  const [counts] = await tx.execute<UndoCounts>(sql`
    with moved as materialized (${booksOfTransfer(accountId, transferId)}),
    counted as (
      select m.is_latest, m.is_carved, sum(n.contacts) as contacts
      from moved m join contact_counts n on n.account_id = ${accountId} and n.book_id = m.book_id
      group by m.is_latest, m.is_carved
    ), singles as (
      select is_latest, count(*) as contacts
      from (${contactsOfTransfer(accountId, transferId)}) s where deleted_at is null
      group by is_latest
    ), left_alone as (
      select count(distinct c.id) as contacts
      from contact_moves x join moved m on m.book_id = x.from_book_id and m.at < x.at
      join contacts c on c.account_id = x.account_id and c.id = x.contact_id
      where x.account_id = ${accountId} and x.id > ${transferId}
        and c.deleted_at is null and c.created_at <= m.at
        and c.book_id not in (select book_id from moved)
    )
    select (coalesce((select sum(contacts) from counted where is_latest), 0)
        + coalesce((select contacts from singles where is_latest), 0))::int as returned,
      (coalesce((select contacts from counted where not is_latest and not is_carved), 0)
        + coalesce((select contacts from singles where not is_latest), 0)
        + (select contacts from left_alone))::int as stayed,
      coalesce((select contacts from counted where not is_latest and is_carved), 0)::int
        as "carvedOut"`);
  return counts ?? { returned: 0, stayed: 0, carvedOut: 0 };
}
