import { expect, test } from "vitest";
import { listTables, owner } from "#tests/support/attempt";

/** "all" of its columns, or those that are named. */
type Columns = "all" | string[];
type Privileges = { select?: Columns; insert?: Columns; update?: Columns };

const usersForSupport = [
  ...[
    "account_id",
    "id",
    "first_name",
    "last_name",
    "name",
    "name_key",
    "email",
    "former_email",
    "role",
  ],
  ...["status", "is_owner", "created_at", "last_sign_in_at"],
  ...["inactivated_at", "inactivated_by", "inactivation_reason"],
];

/** What the console may read and write: this and nothing else. */
const ofConsole: Record<string, Privileges> = {
  accounts: { select: "all" },
  users: { select: usersForSupport },
  subscriptions: { select: "all" },
  seat_schedules: { select: "all" },
  audit_events: { select: "all", insert: "all" },
  owner_requests: {
    select: "all",
    insert: "all",
    update: [
      ...["successor_id", "capacity", "requested_by_name", "stated_holder", "stated_last4"],
      ...["callback_number", "called_back_at", "called_back_by", "confirm_asked_at"],
      ...["decided_at", "decided_by", "decision", "assigned_to", "verified_at", "verified_by"],
      ...["ended_at", "outcome", "ended_by_agent", "end_reason"],
    ],
  },
  owner_request_letters: { select: "all" },
  owner_request_notes: { select: "all", insert: "all" },
  support_agents: {
    select: "all",
    insert: "all",
    update: [
      ...["first_name", "last_name", "email", "role", "status", "inactivated_by"],
      ...["password_hash", "second_step_secret", "second_step_last_period"],
    ],
  },
  support_sessions: {
    select: "all",
    insert: "all",
    update: ["last_used_at", "ended_at", "end_reason"],
  },
  support_links: { select: "all", insert: "all", update: ["used_at", "ended_at"] },
  support_looks: { select: "all" },
  support_events: { select: "all", insert: "all" },
  support_queue: { select: "all" },
};

/** What is granted to the application of what concerns support. */
const ofApplication: Record<string, Privileges> = {
  owner_requests: {
    select: "all",
    insert: "all",
    update: [
      ...["requested_by", "requested_by_name", "capacity", "confirmed_at"],
      ...["ended_at", "outcome", "ended_by_user", "end_reason"],
    ],
  },
  owner_request_letters: { select: "all", update: ["answer", "answered_at", "words"] },
};

test("what the console may read and write is exactly this", async () => {
  for (const table of await listRelations()) {
    expect(await privilegesOf("handover_agent", table), table).toEqual(
      await inFull(table, ofConsole[table] ?? {}),
    );
  }
});

test("the application has nothing of support's but the cases of the account and their letters", async () => {
  const tables = await listRelations();
  for (const table of tables.filter((name) => /^(support|owner_request)/.test(name))) {
    expect(await privilegesOf("handover_app", table), table).toEqual(
      await inFull(table, ofApplication[table] ?? {}),
    );
  }
});

test("the queue's role reads and writes none of it", async () => {
  for (const table of await listRelations()) {
    expect(await privilegesOf("handover_worker", table), table).toEqual({});
  }
});

test("nobody but the migrating role deletes, truncates, refers to or attaches anything", async () => {
  const rows = await owner`
    select c.relname, role, privilege from pg_class c, unnest(array['handover_agent', 'handover_app']) role,
      unnest(array['delete', 'truncate', 'references', 'trigger', 'maintain']) privilege
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
      and has_table_privilege(role, c.oid, privilege)
      and not (role = 'handover_app' and privilege = 'delete'
        and c.relname in ('throttle_counters', 'import_chunks', 'transfer_batches'))`;
  expect(rows).toEqual([]);
});

test("nobody draws the number of a case, or sets what the next one is", async () => {
  const rows = await owner`
    select c.relname, role, privilege from pg_class c,
      unnest(array['handover_agent', 'handover_app', 'handover_worker']) role,
      unnest(array['usage', 'select', 'update']) privilege
    where c.relkind = 'S' and c.relnamespace = 'public'::regnamespace
      and has_sequence_privilege(role, c.oid, privilege)`;
  expect(rows).toEqual([]);
});

test("in the queue the console calls one function and sees no table", async () => {
  const [row] = await owner`
    select
      (select array_agg(proname::text) from pg_proc
        where pronamespace = 'graphile_worker'::regnamespace
          and has_function_privilege('handover_agent', oid, 'execute')) as functions,
      (select count(*)::int from pg_class
        where relnamespace = 'graphile_worker'::regnamespace and relkind in ('r', 'v')
          and has_table_privilege('handover_agent', oid, 'select,insert,update,delete')) as tables`;
  expect(row).toEqual({ functions: ["tell_of_request"], tables: 0 });
});

async function listRelations(): Promise<string[]> {
  return [...(await listTables()), "support_queue"];
}

async function privilegesOf(role: string, table: string): Promise<Record<string, string[]>> {
  const rows = await owner<{ privilege: string; columns: string[] }[]>`
    select privilege, array_agg(attname::text order by attname) as columns
    from pg_attribute, unnest(array['select', 'insert', 'update']) privilege
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
      and has_column_privilege(${role}, attrelid, attnum, privilege)
    group by privilege`;
  return Object.fromEntries(rows.map(({ privilege, columns }) => [privilege, columns]));
}

async function inFull(table: string, privileges: Privileges): Promise<Record<string, string[]>> {
  const rows = await owner<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`;
  const all = rows.map(({ name }) => name);
  return Object.fromEntries(
    Object.entries(privileges).map(([privilege, columns]) => [
      privilege,
      (columns === "all" ? all : columns).toSorted(),
    ]),
  );
}
