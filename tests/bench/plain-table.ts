import type { Sql } from "postgres";
import type { Company } from "#tests/bench/company";

/**
 * What there would be without books: the same columns, indexes, checks and foreign keys, but a user's
 * id where the book's is, and no rule of ours behind it. Empty, or a copy of the contacts there are.
 */
export async function makePlainTable(sql: Sql, name: string, { filled = false } = {}) {
  await sql`drop table if exists ${sql(name)}`;
  await sql`create table ${sql(name)} (like contacts including all)`;
  await sql`alter table ${sql(name)} rename column book_id to assignee_id`;
  if (filled) await fill(sql, name);
  const keys = await sql<{ definition: string }[]>`
    select pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = 'contacts'::regclass and contype = 'f'`;
  for (const { definition } of keys) {
    const key = definition
      .replace("book_id) REFERENCES books(", "assignee_id) REFERENCES users(")
      .replaceAll("contacts(", `${name}(`);
    await sql.unsafe(`alter table ${name} add ${key}`);
  }
}

async function fill(sql: Sql, name: string): Promise<void> {
  const columns = await sql<{ column: string }[]>`
    select attname as column from pg_attribute
    where attrelid = 'contacts'::regclass and attnum > 0 and attgenerated = '' and not attisdropped
      and attname <> 'book_id'`;
  const names = sql(columns.map(({ column }) => column));
  await sql`
    insert into ${sql(name)} (${names}, assignee_id)
    select ${sql.unsafe(columns.map(({ column }) => `c.${column}`).join(", "))}, b.assignee_id
    from contacts c join books b on b.account_id = c.account_id and b.id = c.book_id`;
  await sql`vacuum (analyze) ${sql(name)}`;
}

/** The plain way to hand everything over. */
export function updateAssignees(sql: Sql, name: string, { accountId, colleagueIds }: Company) {
  return sql`
    update ${sql(name)} set assignee_id = ${colleagueIds[0] ?? ""} where account_id = ${accountId}`;
}
