import { type SQL, sql } from "drizzle-orm";
import type { HistoryLine } from "#lib/history/history-line";
import { decodeCursor, encodeCursor } from "#lib/keyset";
import type { Tx } from "#lib/transaction";

const PAGE_SIZE = 30;

/**
 * Entries by users, also with contacts that were merged into this one, and the contact's
 * reassignments: its own moves, and between them those of the book that it lay in, through every
 * carving; back no further than the contact itself (domain rule 22).
 */
export async function listHistory(
  tx: Tx,
  accountId: string,
  contact: { id: string; bookId: string },
  before?: string,
): Promise<{ lines: HistoryLine[]; older: string | null }> {
  const cursor = decodeCursor(before, [{ type: "timestamptz" }, { type: "uuid" }]);
  const older = (at: SQL, id: SQL) =>
    cursor
      ? sql`and (${at}, ${id}) < (${cursor.values[0]}::timestamptz, ${cursor.values[1]}::uuid)`
      : sql``;
  const rows = await tx.execute<HistoryLine & { key: string }>(sql`
    with recursive meant (id) as (
      select ${contact.id}::uuid
      union
      select c.id from meant m
      join contacts c on c.account_id = ${accountId} and c.merged_into_id = m.id
    ), own as (
      select id, at, transfer_id, from_book_id, from_user_id, to_user_id from contact_moves
      where account_id = ${accountId} and contact_id = ${contact.id}
    ), segments (book_id, since, until) as (
      select from_book_id, lag(at, 1, '-infinity') over (order by id), at from own
      union all
      select ${contact.bookId}::uuid, coalesce((select max(at) from own), '-infinity'), 'infinity'
    ), past (book_id, since, until) as (
      select book_id, since, until from segments
      union all
      select b.carved_from_id, p.since, b.created_at from past p
      join books b on b.account_id = ${accountId} and b.id = p.book_id
      where b.carved_from_id is not null and b.created_at > p.since
    ), moves as (
      select id, at, transfer_id, from_user_id, to_user_id from own
      union all
      select m.id, m.at, m.transfer_id, m.from_user_id, m.to_user_id from past p
      join book_moves m on m.account_id = ${accountId} and m.book_id = p.book_id
        and m.at > p.since and m.at < p.until
      join contacts c on c.account_id = m.account_id and c.id = ${contact.id} and c.created_at <= m.at
    )
    (select h.id, h.at, h.at::text as key, h.kind, h.body,
        u.name as "authorName", u.status = 'inactive' as "authorIsInactive",
        null as "fromName", null as "toName"
      from history_entries h
      join users u on u.account_id = h.account_id and u.id = h.author_id
      where h.account_id = ${accountId} and h.contact_id in (select id from meant)
        ${older(sql`h.at`, sql`h.id`)}
      order by h.at desc, h.id desc limit ${PAGE_SIZE + 1})
    union all
    (select m.id, m.at, m.at::text, case when t.kind = 'undo' then 'returned' else 'reassigned' end, '',
        u.name, coalesce(u.status = 'inactive', false), f.name, r.name
      from moves m
      join users f on f.account_id = ${accountId} and f.id = m.from_user_id
      join users r on r.account_id = ${accountId} and r.id = m.to_user_id
      left join transfers t on t.account_id = ${accountId} and t.id = m.transfer_id
      left join users u on u.account_id = t.account_id and u.id = t.by_user_id
      where true ${older(sql`m.at`, sql`m.id`)}
      order by m.at desc, m.id desc limit ${PAGE_SIZE + 1})
    order by at desc, id desc limit ${PAGE_SIZE + 1}`);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    lines: shown.map(({ key: _key, ...line }) => ({ ...line, at: new Date(line.at) })),
    older:
      last && rows.length > PAGE_SIZE
        ? encodeCursor({ way: "after", values: [last.key, last.id] })
        : null,
  };
}
