import type { Sql, TransactionSql } from "postgres";

type Person = { accountId: string; id: string };

/** A book changes hands by a transfer, as raw SQL; answers which. */
export async function transferBook(
  sql: Sql | TransactionSql,
  bookId: string,
  { accountId, id }: Person,
): Promise<string> {
  const [transfer] = await sql<{ id: string }[]>`
    insert into transfers (account_id, kind, contacts) values (${accountId}, 'inactivation', 0)
    returning id`;
  await sql`
    update books set assignee_id = ${id}, transfer_id = ${transfer?.id ?? null} where id = ${bookId}`;
  return transfer?.id ?? "";
}

/** The book's latest transfer is undone: it goes to this user, who may be inactive. */
export async function returnBook(
  sql: Sql | TransactionSql,
  bookId: string,
  { accountId, id }: Person,
): Promise<void> {
  const [undo] = await sql<{ id: string }[]>`
    insert into transfers (account_id, kind, contacts, undoes_id)
    select account_id, 'undo', 0, transfer_id from books
    where account_id = ${accountId} and id = ${bookId} returning id`;
  await sql`
    update books set assignee_id = ${id}, transfer_id = ${undo?.id ?? null} where id = ${bookId}`;
}
