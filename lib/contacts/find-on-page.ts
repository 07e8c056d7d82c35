import { type SQL, sql } from "drizzle-orm";
import { contacts } from "#db/schema/contacts";
import { type Cursor, type Key, keyset } from "#lib/keyset";
import type { Tx } from "#lib/transaction";

/** A piece of a sorted list: of the account's contacts, or of those in some of its books. */
export type Span = {
  accountId: string;
  /** About `books` and `users`; undefined means every book. */
  books: SQL | undefined;
  keys: Key[];
  direction: "asc" | "desc";
  cursor: Cursor | null;
  limit: number;
};

export async function findIds(tx: Tx, query: SQL): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(query);
  return rows.map(({ id }) => id);
}

/**
 * Walks the account's index in the list's order until enough are met: at once where every book
 * counts, soon where many do. It gives up after `budget` entries, if it has one.
 */
export function walk({ accountId, books, keys, direction, cursor, limit }: Span, budget?: number) {
  const { where, order } = keyset(keys, direction, cursor);
  const kept = sql`${contacts.accountId} = ${accountId} and ${where}`;
  if (!books) {
    return sql`select ${contacts.id} from contacts
      where ${kept} and ${contacts.deletedAt} is null order by ${order} limit ${limit}`;
  }
  const columns = keys.map(({ expression }, n) => sql`${expression} as ${key(n)}`);
  // "Is true" keeps the planner from joining, which would lose the order.
  return sql`
    select id from (
      select ${contacts.id}, ${contacts.bookId}, ${contacts.deletedAt}, ${list(columns)}
      from contacts where ${kept} order by ${order} limit ${budget}) met
    where deleted_at is null and (book_id in (${booksLike(accountId, books)})) is true
    order by ${inOrder(keys, direction, cursor)} limit ${limit}`;
}

/** Reads everything in these books and sorts it: best where that is little. */
export function sortAll({ accountId, books, keys, direction, cursor, limit }: Span) {
  const { where, order } = keyset(keys, direction, cursor);
  // "Offset 0" keeps the planner from reading the account's other contacts, too.
  return sql`
    select contacts.id from books
    join users on users.account_id = books.account_id and users.id = books.assignee_id
    cross join lateral (
      select * from contacts where ${contacts.accountId} = books.account_id
        and ${contacts.bookId} = books.id and ${contacts.deletedAt} is null offset 0) contacts
    where books.account_id = ${accountId} and ${books ?? sql`true`} and ${where}
    order by ${order} limit ${limit}`;
}

/**
 * By name alone, for which books have an index of their own. The page lies in the books whose first
 * rows come first, as many as it has rows at most; and of the n-th of those it holds n rows fewer.
 */
export function mergeBooks({ accountId, books, keys, direction, cursor, limit }: Span) {
  const { where, order } = keyset(keys, direction, cursor);
  const sorted = inOrder(keys, direction, cursor);
  const columns = list(keys.map(({ expression }, n) => sql`${expression} as ${key(n)}`));
  const inBook = (most: SQL) => sql`(
    select ${contacts.id}, ${columns} from contacts
    where ${contacts.accountId} = ${accountId} and ${contacts.bookId} = book.id
      and ${contacts.deletedAt} is null and ${where} order by ${order} limit ${most})`;
  return sql`
    with book as materialized (
      select book.id, row_number() over (order by ${sorted}) as n
      from (${booksLike(accountId, books)}) book
      cross join lateral ${inBook(sql`1`)} head (contact_id, ${names(keys)})
      order by ${sorted} limit ${limit})
    select met.id from book cross join lateral ${inBook(sql`${limit}::int + 1 - book.n`)} met
    order by ${sorted} limit ${limit}`;
}

function booksLike(accountId: string, condition: SQL | undefined): SQL {
  return sql`select books.id from books
    join users on users.account_id = books.account_id and users.id = books.assignee_id
    where books.account_id = ${accountId} and ${condition ?? sql`true`}`;
}

/** `order by` of columns that carry the keys. */
function inOrder(keys: Key[], direction: "asc" | "desc", cursor: Cursor | null): SQL {
  const columns = keys.map((each, n) => ({ ...each, expression: key(n) }));
  return keyset(columns, direction, cursor).order;
}

function names(keys: Key[]): SQL {
  return list(keys.map((_key, n) => key(n)));
}

function key(n: number): SQL {
  return sql.raw(`key_${n}`);
}

function list(parts: SQL[]): SQL {
  return sql.join(parts, sql`, `);
}
