import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import type { LookingAgent } from "#lib/actor";
import { attempt, expectRefused, listTables, owner } from "#tests/support/attempt";
import { addContacts, buildCast, type Cast, type Person, startSession } from "#tests/support/cast";
import { agent, lookInto, ownerRequest } from "#tests/support/support-cast";

/** The one table that belongs to no account: its keys are keyed hashes. */
const WITHOUT_ACCOUNT = ["throttle_counters"];
/** What work under way needs until it is over: these rows the application deletes, of its account. */
const TRANSIENT = ["import_chunks", "transfer_batches"];
const READ_ONLY = [
  "book_moves",
  "contact_counts",
  "contact_moves",
  "owner_request_letters",
  "owner_request_notes",
  "seats_used_by_day",
];

// What belongs to the support console, to no account, is walled by roles (support-walls.test.ts).
const isOfSupport = (name: string) => name.startsWith("support_");
const tables = (await listTables()).filter(
  (name) => !WITHOUT_ACCOUNT.includes(name) && !isOfSupport(name),
);
let cast: Cast;
let look: LookingAgent;

beforeAll(async () => {
  cast = await buildCast();
  await fillEveryTable(cast.user, cast.successor);
  const [colleague] = await addColleague(cast.outsider.accountId);
  await fillEveryTable(cast.outsider, { ...cast.outsider, id: colleague?.id ?? "" });
  await fillCases(cast.owner);
  await fillCases(cast.outsider);
  look = await lookInto(await agent("agent"), cast);
});

describe.each(tables)("the table %s", (table) => {
  const column = table === "accounts" ? "id" : "account_id";

  test.each(["app", "agent"] as const)(
    "shows the %s's role nothing without an account",
    async (who) => {
      if (!(await may(who, "select", table))) return;
      expect(await attempt(who, "", (tx) => tx`select * from ${tx(table)}`)).toHaveLength(0);
    },
  );

  test.each(["app", "agent"] as const)(
    "shows the %s's role one account's rows alone",
    async (who) => {
      if (!(await may(who, "select", table))) return;
      const rows = await attempt(
        who,
        who === "agent" ? look : cast.accountId,
        (tx) => tx<{ account: string }[]>`select ${tx(column)} as account from ${tx(table)}`,
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every(({ account }) => account === cast.accountId)).toBe(true);
    },
  );

  test("lets no row of another account be changed", async () => {
    const [first] = await updatableColumns(table);
    if (!first) {
      const by = (tx: TransactionSql) => tx`update ${tx(table)} set ${tx(column)} = ${tx(column)}`;
      return expectRefused("app", cast.accountId, /permission denied/, by);
    }
    const changed = await attempt(
      "app",
      cast.accountId,
      (tx) => tx`
        update ${tx(table)} set ${tx(first)} = ${tx(first)}
        where ${tx(column)} = ${cast.outsider.accountId}`,
    );
    expect(changed.count).toBe(0);
  });

  test("lets no row of another account be inserted, and tells nothing of it", async () => {
    const names = await writtenColumns(table);
    const [found] = await owner<{ row: object }[]>`
      select to_jsonb(t) as row from ${owner(table)} t
      where ${owner(column)} = ${cast.outsider.accountId} limit 1`;
    const insert = (tx: TransactionSql, person: string) => {
      const row = { ...found?.row, user_id: person, assignee_id: person, is_main: false };
      return tx`
        insert into ${tx(table)} (${tx(names)})
        select ${tx(names)} from jsonb_populate_record(null::${tx(table)}, ${tx.json(row)})`;
    };
    const sayings = new Set<string>();
    for (const person of [cast.outsider.id, randomUUID(), cast.user.id]) {
      const denied = attempt("app", cast.accountId, (tx) => insert(tx, person));
      sayings.add(await denied.then(String, (error: Error) => error.message));
    }
    // The same about somebody who is active there as about nobody.
    expect([...sayings]).toEqual([expect.stringMatching(refusalOfForeignRow(table))]);
    await expectRefused("app", cast.accountId, /./, (tx) => insert(tx, cast.outsider.id));
  });

  test("lets nobody but the migrating role delete or truncate", async () => {
    for (const who of ["app", "agent"] as const) {
      if (who === "app" && TRANSIENT.includes(table)) continue;
      await expectRefused(who, cast.accountId, /denied/, (tx) => tx`delete from ${tx(table)}`);
      await expectRefused(who, cast.accountId, /denied/, (tx) => tx`truncate ${tx(table)} cascade`);
    }
  });
});

test.each(TRANSIENT)(
  "of %s the application deletes its own account's rows alone",
  async (table) => {
    const count = async () => {
      const [row] = await owner<{ rows: number }[]>`
      select count(*)::int as rows from ${owner(table)}
      where account_id = ${cast.outsider.accountId}`;
      return row?.rows;
    };
    expect(await count()).toBeGreaterThan(0);
    await attempt("app", cast.accountId, (tx) => tx`delete from ${tx(table)}`);
    await attempt(
      "app",
      cast.accountId,
      (tx) => tx`delete from ${tx(table)} where account_id = ${cast.outsider.accountId}`,
    );
    expect(await count()).toBeGreaterThan(0);
    await expectRefused("app", cast.accountId, /denied/, (tx) => tx`truncate ${tx(table)} cascade`);
    await expectRefused("agent", cast.accountId, /denied/, (tx) => tx`delete from ${tx(table)}`);
  },
);

test("every table but the throttle's belongs to an account and is behind the wall", async () => {
  const rows = await owner<{ name: string; walled: boolean; owned: boolean; policies: number }[]>`
    select c.relname as name, c.relrowsecurity as walled,
      exists (select from pg_attribute where attrelid = c.oid and attname = 'account_id'
        and attnotnull) as owned,
      (select count(*)::int from pg_policies where tablename = c.relname
        and permissive = 'PERMISSIVE' and roles = '{handover_app}' and cmd = 'ALL') as policies
    from pg_class c where c.oid = any (${tables}::regclass[])`;
  expect(rows.filter(({ walled, policies }) => !walled || policies !== 1)).toEqual([]);
  const ways = await owner<{ permissive: string; roles: string; condition: string }[]>`
    select permissive, roles::text, coalesce(qual, '') || coalesce(with_check, '') as condition
    from pg_policies where tablename = any (${tables})`;
  for (const { roles, condition } of ways.filter(({ permissive }) => permissive === "PERMISSIVE")) {
    expect(condition).toMatch(roles === "{handover_agent}" ? /stated_account/ : /app.account_id/);
    expect(roles).toMatch(/^\{handover_(app|agent)\}$/);
  }
  expect(rows.filter(({ owned }) => !owned).map(({ name }) => name)).toEqual(["accounts"]);
});

test("no key of an account's table leaves the account out", async () => {
  const loose = await owner`
    select i.indexrelid::regclass::text as index
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indisunique and i.indrelid = any (${tables}::regclass[])
      and a.attname <> case when i.indrelid = 'accounts'::regclass then 'id' else 'account_id' end`;
  expect(loose).toEqual([]);
});

test("no foreign key between accounts' tables leaves the account out", async () => {
  const keys = await owner<{ name: string; pairs: string[] }[]>`
    select k.conname as name, array(
      select here.attname || ' = ' || there.attname
      from unnest(k.conkey, k.confkey) as pair (here, there)
      join pg_attribute here on here.attrelid = k.conrelid and here.attnum = pair.here
      join pg_attribute there on there.attrelid = k.confrelid and there.attnum = pair.there
    ) as pairs
    from pg_constraint k where k.contype = 'f' and k.conrelid = any (${tables}::regclass[])
      and not starts_with(k.confrelid::regclass::text, 'support_')`;
  const walls = ["account_id = account_id", "account_id = id", "id = account_id"];
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.filter(({ pairs }) => !walls.includes(pairs[0] ?? ""))).toEqual([]);
});

test("an account set for one transaction is forgotten with it", async () => {
  await attempt("app", cast.accountId, (tx) => tx`select from users`);
  expect(await attempt("app", "", (tx) => tx`select from users`)).toHaveLength(0);
});

async function may(who: "app" | "agent", privilege: string, table: string): Promise<boolean> {
  const [row] = await owner<{ may: boolean }[]>`
    select has_table_privilege(${`handover_${who}`}, ${table}, ${privilege}) as may`;
  return row?.may ?? false;
}

/** Some triggers speak before the wall does; they look from this side of it, or at the row alone. */
function refusalOfForeignRow(table: string): RegExp {
  if (table === "books") return /^A book changes hands only to an active user/;
  if (table === "seat_changes") return /^Only what was done stands in the ledger/;
  if (READ_ONLY.includes(table)) return /^permission denied/;
  return /row-level security/;
}

async function writtenColumns(table: string): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and attgenerated = '' and attidentity = ''
      and not attisdropped`;
  return rows.map(({ name }) => name);
}

async function updatableColumns(table: string): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
      and has_column_privilege('handover_app', attrelid, attnum, 'update')`;
  return rows.map(({ name }) => name);
}

function addColleague(accountId: string) {
  return owner<{ id: string }[]>`
    insert into users (account_id, first_name, last_name, email)
    values (${accountId}, 'Olga', 'Outis', 'olga@outis.example') returning id`;
}

/** A new table needs its row here: a test that reads none proves nothing. */
async function fillEveryTable(person: Person, successor: Person): Promise<void> {
  const { accountId, id } = person;
  await startSession(person);
  await addContacts(person, 2);
  await owner`
    insert into password_links (account_id, user_id, token_hash, expires_at)
    values (${accountId}, ${id}, 'hash', now() + interval '1 day')`;
  await owner`
    insert into transfers (account_id, kind, from_user_id, contacts)
    values (${accountId}, 'inactivation', ${id}, 1)`;
  await owner`
    insert into history_entries (account_id, contact_id, author_id, kind, body)
    select account_id, id, ${id}, 'note', 'Met at the fair' from contacts
    where account_id = ${accountId}`;
  await owner`
    insert into audit_events (account_id, kind, actor_kind, actor_name)
    values (${accountId}, 'account.opened', 'system', 'Handover')`;
  await owner`
    insert into email_changes (account_id, user_id, from_email, to_email, requested_by, expires_at,
      token_hash, needs_agreement, agreement_hash)
    values (${accountId}, ${id}, 'old@x.example', 'new@x.example', ${id}, now() + interval '1 day',
      'hash', false, 'hash')`;
  await owner`
    insert into scheduled_inactivations (account_id, user_id, run_at, plan, scheduled_by)
    values (${accountId}, ${successor.id}, now() + interval '1 day', '{}', ${id})`;
  await owner`
    insert into second_steps (account_id, user_id, secret) values (${accountId}, ${id}, 'secret')`;
  await owner`
    insert into recovery_codes (account_id, user_id, code_hash) values (${accountId}, ${id}, 'hash')`;
  await owner`
    update contacts set book_id = (select id from books
      where account_id = ${accountId} and assignee_id = ${successor.id} and is_main)
    where account_id = ${accountId}
      and id = (select id from contacts where account_id = ${accountId} order by id limit 1)`;
  await owner`
    update books set assignee_id = ${successor.id} where account_id = ${accountId}
      and assignee_id = ${id}`;
  await owner`
    insert into contact_views (account_id, user_id, columns, density)
    values (${accountId}, ${id}, '{company}', 'compact')`;
  await fillWorkUnderWay(person);
  await fillBilling(person);
}

async function fillCases(about: Person): Promise<void> {
  const { id } = await ownerRequest(about, about);
  await owner`
    insert into owner_request_notes (account_id, request_id, agent_id, body, form_id)
    values (${about.accountId}, ${id}, ${(await agent("agent")).agentId}, 'Called', ${randomUUID()})`;
}

async function fillBilling({ accountId, id }: Person): Promise<void> {
  await owner`
    insert into seat_schedules (account_id, from_total, to_total, effective_at, created_by)
    select id, seats_total, 2, now() + interval '1 day', ${id} from accounts
    where id = ${accountId}`;
  await owner`
    with invoice as (
      insert into invoices (account_id, kind, issued_at, currency, amount, status)
      values (${accountId}, 'period', now(), 'USD', 100, 'open') returning id)
    insert into invoice_lines (account_id, invoice_id, n, quantity, unit_price, period_start,
      period_end, from_on, days, amount)
    select ${accountId}, id, 1, 1, 100, '2026-11-01', '2026-12-01', '2026-11-01', 30, 100 from invoice`;
  await owner`
    insert into card_changes (account_id, holder_name, last4, billing_email, requested_by, expires_at,
      token_hash)
    values (${accountId}, 'Paula', '1234', 'p@x.example',
      (select id from users where account_id = ${accountId} and is_owner limit 1), now(), 'hash')`;
}

async function fillWorkUnderWay({ accountId, id }: Person): Promise<void> {
  await owner`
    with planned as (
      insert into planned_transfers (account_id, kind, by_user_id, selection, plan)
      values (${accountId}, 'reassignment', ${id}, '{}', '{}') returning id
    ), a_book as (select id from books where account_id = ${accountId} limit 1
    ), pieces as (
      insert into transfer_pieces (account_id, transfer_id, piece, from_book_id, book_id)
      select ${accountId}, planned.id, 0, a_book.id, a_book.id from planned, a_book)
    insert into transfer_batches (account_id, transfer_id, n, piece, from_book_id, contact_ids)
    select ${accountId}, planned.id, 0, 0, a_book.id, '{}' from planned, a_book`;
  await owner`
    with import as (
      insert into imports (account_id, by_user_id, file_name)
      values (${accountId}, ${id}, 'contacts.csv') returning id
    ), chunk as (
      insert into import_chunks (account_id, import_id, n, bytes)
      select ${accountId}, id, 0, 'name' from import)
    insert into import_problems (account_id, import_id, record, line, is_taken_in, reason, cells)
    select ${accountId}, id, 1, 2, false, 'No name', '{}' from import`;
  await owner`
    insert into import_mappings (account_id, header, mapping, used_by)
    values (${accountId}, 'hash', '{}', ${id})`;
}
