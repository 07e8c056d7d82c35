import { beforeEach, describe, expect, test } from "vitest";
import type { LookingAgent } from "#lib/actor";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { buildCast, type Cast } from "#tests/support/cast";
import { agent, lookInto } from "#tests/support/support-cast";

let cast: Cast;
let look: LookingAgent;

beforeEach(async () => {
  cast = await buildCast();
  look = await lookInto(await agent("agent"), cast);
});

test("a look shows its account and no other", async () => {
  expect(await countSeen(look)).toBe(6);
  const accounts = await attempt("agent", look, (tx) => tx`select id from accounts`);
  expect(accounts).toEqual([{ id: cast.accountId }]);
});

test("an account that is set opens nothing to the console", async () => {
  for (const table of ["accounts", "users", "audit_events", "owner_requests"]) {
    const rows = await attempt("agent", cast.accountId, (tx) => tx`select from ${tx(table)}`);
    expect(rows, table).toHaveLength(0);
  }
  const found = await attempt("agent", cast.accountId, (tx) => [
    tx`select from users_matching('Olivia')`,
    tx`select from accounts where id = current_account()`,
    tx`select stated_account() as here, stated_agent() as me`,
  ]);
  const [users, accounts, me] = await Promise.all(found);
  expect([users, accounts]).toEqual([[], []]);
  expect(me).toEqual([{ here: null, me: null }]);
});

test("a look opens nothing to the application", async () => {
  const rows = await attempt("app", look, (tx) => tx`select from users`);
  expect(rows).toHaveLength(0);
});

describe("a look counts no more", () => {
  test("when its time is over", async () => {
    await changeLook(
      "update support_looks set expires_at = now() - interval '1 s' where id = $1",
      look.lookId,
    );
    expect(await countSeen(look)).toBe(0);
  });

  test("when the sign-in it was stated in is over", async () => {
    for (const end of [
      "ended_at = now(), end_reason = 'signed_out'",
      "expires_at = now() - interval '1 s'",
    ]) {
      const other = await lookInto(await agent("agent"), cast);
      await changeLook(`update support_sessions set ${end} where id = $1`, other.sessionId);
      expect(await countSeen(other)).toBe(0);
    }
  });

  test("when its agent is inactive", async () => {
    await owner`update support_agents set status = 'inactive' where id = ${look.agentId}`;
    expect(await countSeen(look)).toBe(0);
  });
});

test("nobody looks without being signed in, or without a reason", async () => {
  const { sessionId } = look;
  const { accountId } = cast;
  for (const [reason, by] of [
    ["", "support_looks_have_a_reason"],
    ["  ", "support_looks_have_a_reason"],
    ["x".repeat(501), "support_looks_have_a_reason"],
  ] as const) {
    await expectRefused("agent", "", by, (tx) => {
      return tx`select support_look(${sessionId}, ${accountId}, ${reason})`;
    });
  }
  await owner`
    update support_sessions set ended_at = now(), end_reason = 'signed_out' where id = ${sessionId}`;
  const by = "support_looks_need_a_session";
  await expectRefused("agent", "", by, (tx) => {
    return tx`select support_look(${sessionId}, ${accountId}, 'Because')`;
  });
  await expectRefused("agent", "", by, (tx) => {
    return tx`select from support_find_accounts(${sessionId}, 'name', 'Brightwater', '')`;
  });
  await expectRefused("agent", "", /permission denied/, (tx) => {
    return tx`insert into support_looks default values`;
  });
  await expectRefused("agent", "", /permission denied/, (tx) => {
    return tx`select begin_look(${sessionId}, ${accountId}, null, 'Because')`;
  });
});

test("a look leaves its line in both logs, and opens nothing before it has", async () => {
  const other = await agent("lead", "Lena Lead");
  const seen = await attempt("agent", "", async (tx) => {
    const [row] = await tx<{ id: string }[]>`
      select support_look(${other.sessionId}, ${cast.accountId}, 'They called') as id`;
    await tx`select set_config('app.look_id', ${row?.id ?? ""}, true)`;
    const before = await tx`select from users`;
    await tx`savepoint again`;
    return [...before, ...(await tx`select from users`)];
  });
  expect(seen).toEqual([]);
  const [event] = await owner`
    select kind, actor_kind, actor_id, actor_name, data from audit_events
    where account_id = ${cast.accountId} order by id desc limit 1`;
  expect(event).toEqual({
    kind: "support.looked",
    actor_kind: "agent",
    actor_id: other.agentId,
    actor_name: "Lena Lead of support",
    data: { reason: "They called" },
  });
  expect(
    await owner`
      select kind, agent_name, account_name from support_events where agent_id = ${other.agentId}`,
  ).toEqual([{ kind: "account.looked", agent_name: "Lena Lead", account_name: "Brightwater" }]);
});

test("in one transaction there is one account, whatever looks it states", async () => {
  const there = await lookInto(look, cast.outsider);
  const by = "support_looks_into_one_account";
  await expectRefused("agent", look, by, async (tx) => {
    await tx`select from users`;
    await tx`select set_config('app.look_id', ${there.lookId}, true)`;
    await tx`select from users`;
  });
  // In one statement, too.
  await expectRefused("agent", look, by, (tx) => {
    return tx`
      with here as materialized (select count(*) as n from users),
        there as materialized (
          select set_config('app.look_id', ${there.lookId}, true) as look from here where n > 0)
      select (select count(*) from accounts) from there`;
  });
  // What was seen and is rolled back may be forgotten, and is.
  const seen = await attempt("agent", look, async (tx) => {
    await tx`savepoint a`;
    await tx`create temp table kept as select name from users`;
    await tx`rollback to savepoint a`;
    await tx`select set_config('app.look_id', ${there.lookId}, true)`;
    return tx`select (select count(*)::int from users) as users, to_regclass('pg_temp.kept') as kept`;
  });
  expect(seen).toEqual([{ users: 1, kept: null }]);
});

test("another look into the same account may be stated", async () => {
  const again = await lookInto(look, cast);
  const counts = await attempt("agent", look, async (tx) => {
    const before = await tx`select from users`;
    await tx`select set_config('app.look_id', ${again.lookId}, true)`;
    return [before.length, (await tx`select from users`).length];
  });
  expect(counts).toEqual([6, 6]);
});

test("a leaking condition is asked about no other account's row", async () => {
  const leaked = await attempt("agent", look, async (tx) => {
    await tx`create temp table leaks (name text)`;
    await tx`
      create function pg_temp.leak(name text) returns boolean language plpgsql cost 0.0001 as
      $$ begin insert into leaks values (name); return false; end $$`;
    await tx`select from users where pg_temp.leak(name)`;
    return tx`select from leaks where name = ${cast.outsider.name}`;
  });
  expect(leaked).toEqual([]);
});

test("the log shows support neither contacts nor notes about them", async () => {
  const kinds = ["contact.added", "contact.edited", "history.added", "book.named"];
  for (const kind of [...kinds, "contacts.exported", "user.edited"]) {
    await owner`
      insert into audit_events (account_id, kind, actor_kind, actor_name)
      values (${cast.accountId}, ${kind}, 'system', 'Handover')`;
  }
  const seen = await attempt("agent", look, (tx) => tx`select kind from audit_events order by id`);
  expect(seen).toEqual([{ kind: "support.looked" }, { kind: "user.edited" }]);
});

async function changeLook(statement: string, id: string): Promise<void> {
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(statement, [id]);
  });
}

async function countSeen(stated: LookingAgent): Promise<number> {
  return (await attempt("agent", stated, (tx) => tx`select from users`)).length;
}
