import { expect, test } from "vitest";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { buildCast } from "#tests/support/cast";

const ROLES = ["handover_app", "handover_agent", "handover_worker"];

test("the server's roles are no superusers, bypass no wall and can become nobody else", async () => {
  const rows = await owner`
    select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
    from pg_roles where rolname = any (${ROLES})`;
  expect(rows).toHaveLength(ROLES.length);
  for (const { rolname, ...powers } of rows) {
    expect(Object.values(powers), rolname).toEqual([false, false, false, false, false]);
  }
  expect(
    await owner`select from pg_auth_members where member = any (${ROLES}::regrole[])`,
  ).toHaveLength(0);
});

test("the server's roles own nothing but the queue, and may create nothing in the application's schema", async () => {
  const [row] = await owner`
    select
      (select count(*)::int from pg_class where relowner = any (${ROLES}::regrole[])
        and relnamespace not in ('graphile_worker'::regnamespace, 'pg_toast'::regnamespace)
      ) as relations,
      (select count(*)::int from pg_proc where proowner = any (${ROLES}::regrole[])
        and pronamespace <> 'graphile_worker'::regnamespace) as functions,
      (select bool_or(has_schema_privilege(role, 'public', 'create'))
       from unnest(${ROLES}::text[]) role) as creates`;
  expect(row).toEqual({ relations: 0, functions: 0, creates: false });
});

test("of the functions with the migrating role's rights the application may call six", async () => {
  expect(await callable("handover_app", true)).toEqual([
    "contacts_found",
    "contacts_matching",
    "owner_request_wait",
    "owner_was_there",
    "sign_in_candidates",
    "users_matching",
  ]);
  expect(await callable("handover_agent", true)).toEqual([
    "lock_stated_account",
    "owner_request_wait",
    "owner_was_there",
    "stated_account",
    "stated_agent",
    "support_find_accounts",
    "support_look",
    "support_look_for_case",
    "users_matching",
  ]);
  expect(await callable("handover_worker", true)).toEqual([
    "clear_ended_access",
    "compact_contact_counts",
    "due_owner_requests",
    "due_renewals",
    "stated_account",
  ]);
});

test("nobody but the migrating role may attach a rule's function to a table of their own", async () => {
  const rows = await owner`
    select proname from pg_proc where prorettype = 'trigger'::regtype
      and pronamespace = 'public'::regnamespace
      and has_function_privilege('handover_app', oid, 'execute')`;
  expect(rows).toEqual([]);
  const cast = await buildCast();
  await expectRefused("app", cast.accountId, /permission denied for function/, async (tx) => {
    await tx`create temp table forged (like books)`;
    await tx`
      create trigger forge after update on forged
      referencing old table as old_rows new table as new_rows
      for each statement execute function books_after_update()`;
  });
});

test("only signing in looks across accounts", async () => {
  const cast = await buildCast();
  const { email } = cast.outsider;
  const inside = cast.accountId;
  expect(
    await attempt("app", inside, (tx) => tx`select user_id from sign_in_candidates(${email})`),
  ).toEqual([{ user_id: cast.outsider.id }]);
  for (const account of [inside, ""]) {
    const found = await attempt("app", account, (tx) => [
      tx`select from users_matching('Oscar')`,
      tx`select from contacts_matching('Oscar')`,
    ]);
    expect((await Promise.all(found)).flat()).toEqual([]);
  }
});

test("every function looks names up in one fixed place, a temporary schema last", async () => {
  const loose = await owner`
    select p.oid::regprocedure::text as name, p.proconfig from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
      and coalesce(array_to_string(p.proconfig, ','), '') not like 'search_path=%, pg_temp'
      -- A body in standard SQL is bound to its tables when it is made.
      and (p.prosecdef or p.prosqlbody is null)`;
  expect(loose).toEqual([]);
});

test("a temporary table with a real one's name does not stand in for it", async () => {
  const cast = await buildCast({ seatsTotal: 5 });
  await expectRefused("app", cast.accountId, "accounts_seats_fit", async (tx) => {
    for (const name of ["accounts", "users", "sessions", "password_links", "books"]) {
      await tx`create temp table ${tx(name)} (like public.${tx(name)} including defaults)`;
      await tx`grant all on ${tx(name)} to public`;
    }
    await tx`
      insert into pg_temp.accounts (id, name, time_zone, seats_total, seats_used, active_owners,
        created_at, search_text)
      values (${cast.accountId}, 'Fake', 'UTC', 99, 0, 0, now(), 'fake')`;
    await tx`update public.users set status = 'active' where id = ${cast.inactive.id}`;
  });
});

test("what is not granted cannot be done: no setting turns a rule off", async () => {
  const cast = await buildCast();
  await expectRefused(
    "app",
    cast.accountId,
    /permission denied to set parameter/,
    (tx) => tx`set local session_replication_role = replica`,
  );
  await expectRefused(
    "app",
    cast.accountId,
    /would be affected by row-level security/,
    async (tx) => {
      await tx`set local row_security = off`;
      await tx`select from users`;
    },
  );
  for (const role of ["handover_agent", "handover_worker"]) {
    await expectRefused(
      "app",
      cast.accountId,
      /permission denied to set role/,
      (tx) => tx`set local role ${tx(role)}`,
    );
  }
});

test("the application adds jobs by one function and sees nothing of the queue; its role sees no table of ours", async () => {
  const [row] = await owner`
    select
      (select array_agg(proname::text) from pg_proc
        where pronamespace = 'graphile_worker'::regnamespace
          and has_function_privilege('handover_app', oid, 'execute')) as functions,
      (select count(*)::int from pg_class
        where relnamespace = 'graphile_worker'::regnamespace and relkind in ('r', 'v')
          and has_table_privilege('handover_app', oid, 'select')) as readable,
      (select count(*)::int from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
          and has_table_privilege('handover_worker', oid, 'select')) as ours,
      has_database_privilege('handover_worker', current_database(), 'create') as creates`;
  expect(row).toEqual({ functions: ["enqueue"], readable: 0, ours: 0, creates: false });
  await expectRefused("app", "", /app.account_id|invalid input syntax/, (tx) => {
    return tx`select graphile_worker.enqueue('send_mail', '{}')`;
  });
});

async function callable(role: string, definer: boolean): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select proname as name from pg_proc where pronamespace = 'public'::regnamespace
      and prosecdef = ${definer} and has_function_privilege(${role}, oid, 'execute')
    order by proname`;
  return rows.map(({ name }) => name);
}
