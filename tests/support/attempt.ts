import type { Sql, TransactionSql } from "postgres";
import { afterAll, expect } from "vitest";
import { connectAs } from "#tests/support/database";

export type Who = "owner" | "app" | "agent";

const clients: Record<Who, Sql> = {
  owner: connectAs("owner", { max: 3 }),
  app: connectAs("app", { max: 3 }),
  agent: connectAs("agent", { max: 3 }),
};
export const owner = clients.owner;
afterAll(() => Promise.all(Object.values(clients).map((sql) => sql.end())));

/** What is set for a transaction: an account, or for the console's role the look that it states. */
type Where = string | { lookId: string };

/** Runs SQL around the use cases: as this role, with this account set, in one transaction. */
export function attempt<T>(who: Who, where: Where, work: (tx: TransactionSql) => T | Promise<T>) {
  const [name, value] =
    typeof where === "string" ? ["app.account_id", where] : ["app.look_id", where.lookId];
  return clients[who].begin(async (tx) => {
    await tx`select set_config(${name}, ${value}, true)`;
    return work(tx);
  });
}

/** Expects the refusal of a constraint, or a message, and that no row anywhere has changed. */
export async function expectRefused(
  who: Who,
  where: Where,
  by: string | RegExp,
  work: (tx: TransactionSql) => Promise<unknown>,
): Promise<void> {
  const before = await fingerprint();
  const refusal = typeof by === "string" ? { constraint_name: by } : { message: by };
  await expect(attempt(who, where, work)).rejects.toMatchObject(
    typeof by === "string" ? refusal : { message: expect.stringMatching(by) },
  );
  expect(await fingerprint()).toEqual(before);
}

/** The tables of the application, those of a later migration too. */
export async function listTables(): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select relname as name from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by relname`;
  return rows.map(({ name }) => name);
}

/** What distinguishes one content of the database from any other. */
export async function fingerprint(): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const table of await listTables()) {
    const [row] = await owner<{ hash: string }[]>`
      select coalesce(md5(string_agg(t::text, '' order by t::text)), '') as hash
      from ${owner(table)} t`;
    hashes[table] = row?.hash ?? "";
  }
  return hashes;
}
