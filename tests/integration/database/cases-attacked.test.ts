import type { TransactionSql } from "postgres";
import { beforeEach, describe, expect, test } from "vitest";
import type { LookingAgent } from "#lib/actor";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { team } from "#tests/support/case-rows";
import { verify } from "#tests/support/case-steps";
import { buildCast, type Cast } from "#tests/support/cast";
import { ownerRequest } from "#tests/support/support-cast";

const waits = "owner_requests_wait";
const denied = /permission denied|must be owner|not permitted/;

let cast: Cast;
let theo: LookingAgent;
let request: { id: string };

/** A case that is verified and waits: whoever carries it out now has found a way around the rules. */
beforeEach(async () => {
  cast = await buildCast();
  await owner`update users set is_owner = true where id = ${cast.admin2.id}`;
  const [rita, technician] = await team(cast);
  theo = technician;
  request = await ownerRequest(cast.owner, cast.admin);
  await attempt("agent", rita, (tx) => verify(tx, rita, request));
});

describe("no kind of statement carries out what waits", () => {
  const ended = "ended_at = now(), outcome = 'carried_out', ended_by_agent = stated_agent()";
  test.each([
    `update owner_requests set ${ended}`,
    `update owner_requests set ${ended}, waits_until = waits_until returning *`,
    `merge into owner_requests r using (select 1) on true when matched then update set ${ended}`,
    `with gone as (update owner_requests set ${ended} returning 1) select * from gone`,
    `update owner_requests set (ended_at, outcome, ended_by_agent)
       = (select now(), 'carried_out', stated_agent())`,
    `prepare it as update owner_requests set ${ended}; execute it`,
    `declare it cursor for select * from owner_requests for update; fetch it;
     update owner_requests set ${ended} where current of it`,
    `create temp view mine as select * from owner_requests; update mine set ${ended}`,
    `do $$ begin begin update owner_requests set ${ended}; end; end $$`,
    `savepoint a; update owner_requests set ${ended}; release a`,
    `create function pg_temp.it() returns void language sql security definer as
       $$ update owner_requests set ${ended} $$; select pg_temp.it()`,
  ])("%s", async (statement) => {
    // What is not granted, or walled, is refused before the rule is asked.
    const isWalled = /waits_until|merge/.test(statement);
    const by = isWalled ? /permission denied|row-level security/ : waits;
    await expectRefused("agent", theo, by, (tx) => tx.unsafe(statement));
  });

  test("nor a row that is copied over it", async () => {
    await expectRefused("agent", theo, /number|permission denied/, (tx) => {
      return tx`
        insert into owner_requests select * from owner_requests
        on conflict (account_id, id) do update set ended_at = now(), outcome = 'carried_out',
          ended_by_agent = ${theo.agentId}`;
    });
    await expectRefused("agent", theo, /./, (tx) => {
      return tx`
        insert into owner_requests (account_id, id, kind, user_id, capacity, requested_by_name,
          opened_by, reason, stated_holder, stated_last4)
        select r.account_id, r.id, r.kind, r.user_id, 'card_holder', 'Paul Payer', ${theo.agentId},
          'Because', a.card_holder_name, a.card_last4
        from owner_requests r join accounts a on a.id = r.account_id
        on conflict (account_id, id) do update set ended_at = now(), outcome = 'carried_out',
          ended_by_agent = ${theo.agentId}`;
    });
    await expectRefused("agent", theo, /row-level security/, (tx) => {
      return tx.unsafe("copy owner_requests from stdin");
    });
  });
});

test("tables, functions and operators of one's own stand in for none of ours", async () => {
  for (const path of ["public, pg_temp", "pg_temp, public, pg_catalog"]) {
    await expectRefused("agent", theo, waits, async (tx) => {
      await standIns(tx);
      await tx.unsafe(`set local search_path = ${path}`);
      await tx`
        update public.owner_requests
        set ended_at = now(), outcome = 'carried_out', ended_by_agent = ${theo.agentId}`;
    });
  }
});

test("a function that a statement calls meets the same rules", async () => {
  const [rita] = await team(cast);
  await owner`update support_team set owner_request_hours = 0`;
  const other = await ownerRequest(cast.admin2, cast.admin, { waitsHours: 0 });
  const inside = (look: LookingAgent) => `
    create function pg_temp.meanwhile() returns text language plpgsql as $$
    begin
      perform set_config('app.look_id', '${look.lookId}', true);
      update owner_requests set ended_at = now(), outcome = 'carried_out',
        ended_by_agent = '${look.agentId}' where id = '${other.id}';
      return '';
    end $$`;
  // What is verified in the statement is not in the function's row, so that it is carried out after it.
  await expectRefused("agent", rita, "owner_requests_four_eyes", async (tx) => {
    await tx.unsafe(inside(rita));
    await tx`
      update owner_requests set verified_at = now(), verified_by = ${rita.agentId}
      where id = ${other.id} returning pg_temp.meanwhile()`;
  });
  await expectRefused("agent", theo, "owner_requests_are_verified", async (tx) => {
    await tx.unsafe(inside(theo));
    await tx`
      update owner_requests set assigned_to = ${theo.agentId}
      where id = ${other.id} returning pg_temp.meanwhile()`;
  });
  await owner`update support_team set owner_request_hours = 24`;
});

test("no setting and no other role turns a rule off", async () => {
  const settings = [
    "set local session_replication_role = replica",
    "set local role handover_app",
    "set local role handover_worker",
    "set session authorization handover_app",
    "alter table owner_requests disable trigger all",
    "alter table users disable row level security",
    "drop trigger owner_requests_stay on owner_requests",
    "create or replace function stated_account() returns uuid language sql as 'select null::uuid'",
    "alter role handover_agent bypassrls",
    "grant handover_app to handover_agent",
    "create table public.mine ()",
    "update support_team set owner_request_hours = 0",
    "update support_team set active_leads = 1",
    "update users set is_owner = false",
    "insert into users (account_id, first_name, last_name, email) values (null, '', '', '')",
    "select password_hash from users",
    "select * from sessions",
    "select * from second_steps",
    "select * from password_links",
    "select * from contacts",
    "select * from history_entries",
    "select * from books",
    "select begin_look(null, null, null, null)",
    "select tell_of_request(null, null)",
    "select * from sign_in_candidates('olivia.okafor@example.com')",
    "select * from contacts_matching('Contact')",
    "select * from due_owner_requests()",
    "select pg_read_file('PG_VERSION')",
    "copy (select 1) to program 'true'",
    "select set_config('session_replication_role', 'replica', true)",
  ];
  for (const statement of settings) {
    await expectRefused("agent", theo, denied, (tx) => tx.unsafe(statement));
  }
  await expectRefused("agent", theo, /row-level security/, async (tx) => {
    await tx`set local row_security = off`;
    await tx`select from users`;
  });
});

test("inside the account nothing carries a case out, decides on it or reads support's tables", async () => {
  const statements = [
    "update owner_requests set verified_at = now(), verified_by = opened_by",
    "update owner_requests set verified_at = null",
    "update owner_requests set ended_by_agent = opened_by",
    "update owner_requests set agreed_at = now()",
    "update owner_requests set objected_at = null",
    "update owner_requests set waits_until = now()",
    "update owner_requests set successor_id = null",
    "update owner_requests set called_back_at = now()",
    "update owner_requests set confirm_id = id",
    "update owner_request_letters set user_id = null",
    "insert into owner_request_letters select * from owner_request_letters",
    "insert into owner_request_notes select * from owner_request_notes",
    "select * from owner_request_notes",
    "select * from support_agents",
    "select * from support_sessions",
    "select * from support_looks",
    "select * from support_queue",
    "select stated_account()",
    "select support_look(null, null, '')",
    "select * from support_find_accounts(null, '', '', '')",
    "select * from support_look_for_case(null, 1001)",
    "select graphile_worker.tell_of_request(null, 'begun')",
    "set local role handover_agent",
  ];
  for (const statement of statements) {
    await expectRefused("app", cast.accountId, denied, (tx) => tx.unsafe(statement));
  }
  for (const outcome of ["carried_out", "refused"]) {
    await expectRefused("app", cast.accountId, "owner_requests_decided_by_support", (tx) => {
      return tx`update owner_requests set ended_at = now(), outcome = ${outcome}`;
    });
  }
});

test("an account that is set beside the look lets an agent into neither more nor other rows", async () => {
  const seen = await attempt("agent", theo, async (tx) => {
    await tx`select set_config('app.account_id', ${cast.outsider.accountId}, true)`;
    return tx`select distinct account_id from users`;
  });
  expect(seen).toEqual([{ account_id: cast.accountId }]);
});

async function standIns(tx: TransactionSql): Promise<void> {
  for (const name of ["accounts", "users", "support_agents", "support_team", "owner_requests"]) {
    await tx`create temp table ${tx(name)} (id uuid, role text, status text, active_leads int)`;
    await tx`grant all on ${tx(name)} to public`;
  }
  await tx.unsafe(`
    create function pg_temp.now() returns timestamptz language sql as $$ select 'infinity'::timestamptz $$;
    create function pg_temp.owner_request_state(public.owner_requests) returns text language sql
      as $$ select 'ready' $$;
    create function pg_temp.owner_request_obstacle(public.owner_requests) returns text language sql
      as $$ select null::text $$;
    create function pg_temp.pg_has_role(oid, text) returns boolean language sql as $$ select true $$;
    create function pg_temp.later(timestamptz, timestamptz) returns boolean language sql
      as $$ select false $$;
    create operator pg_temp.> (leftarg = timestamptz, rightarg = timestamptz, function = pg_temp.later)`);
}
