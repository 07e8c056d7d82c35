import { type SQL, sql } from "drizzle-orm";

/**
 * The books of a transfer and those carved out of them since: from whom they came, and whether the
 * transfer is their latest change of hands. A carved one that never changed hands has its source's.
 */
export function booksOfTransfer(accountId: string, transferId: string): SQL {
  return sql`
    with recursive lineage as (
      select m.book_id, m.from_user_id, m.at, false as is_carved, true as came_by_it,
        (select min(later.at) from book_moves later
          where later.account_id = m.account_id and later.book_id = m.book_id and later.id > m.id
        ) as moved_on
      from book_moves m
      where m.account_id = ${accountId} and m.transfer_id = ${transferId}
      union all
      select b.id, l.from_user_id, l.at, true,
        l.came_by_it and (l.moved_on is null or b.created_at < l.moved_on),
        (select min(own.at) from book_moves own
          where own.account_id = b.account_id and own.book_id = b.id)
      from lineage l join books b
        on b.account_id = ${accountId} and b.carved_from_id = l.book_id and b.created_at > l.at
    )
    select book_id, from_user_id, at, is_carved, came_by_it and moved_on is null as is_latest
    from lineage`;
}

/**
 * The contacts that a transfer moved by themselves, and whether it is their latest change of hands:
 * neither they nor the book that they lie in went on since.
 */
export function contactsOfTransfer(accountId: string, transferId: string): SQL {
  return sql`
    select c.id, c.book_id, c.deleted_at, m.from_book_id, m.from_user_id,
      not exists (
        select from contact_moves later
        where later.account_id = m.account_id and later.contact_id = m.contact_id and later.id > m.id
      ) and coalesce((latest_book_move(c.account_id, c.book_id)).at < m.at, true) as is_latest
    from contact_moves m
    join contacts c on c.account_id = m.account_id and c.id = m.contact_id
    where m.account_id = ${accountId} and m.transfer_id = ${transferId}`;
}
