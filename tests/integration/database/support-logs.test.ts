import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { beforeEach, expect, test } from "vitest";
import type { LookingAgent } from "#lib/actor";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { buildCast, type Cast } from "#tests/support/cast";
import { agent, lookInto, ownerRequest } from "#tests/support/support-cast";

const walled = /row-level security/;
let cast: Cast;
let look: LookingAgent;
let other: LookingAgent;

beforeEach(async () => {
  cast = await buildCast();
  look = await lookInto(await agent("agent", "Rita Rio"), cast);
  other = await lookInto(await agent("technical", "Theo Thal"), cast);
});

test("an agent writes into an account's log in their own name, of cases alone", async () => {
  const mine = event();
  await attempt("agent", look, (tx) => write(tx, mine));
  const forged = [
    { actor_kind: "member", actor_id: cast.owner.id, actor_name: cast.owner.name },
    { actor_kind: "system", actor_id: null, actor_name: "Handover" },
    { actor_id: other.agentId, actor_name: "Theo Thal of support" },
    { actor_id: other.agentId },
    { actor_name: cast.owner.name },
    { actor_id: null },
    { account_id: cast.outsider.accountId },
    { kind: "user.inactivated" },
    { kind: "support.looked" },
    { at: "2020-01-01" },
    { at: "2099-01-01" },
  ];
  for (const change of forged) {
    await expectRefused("agent", look, walled, (tx) => write(tx, { ...event(), ...change }));
  }
  await expectRefused("agent", "", walled, (tx) => write(tx, event()));
  await expectRefused("agent", cast.accountId, walled, (tx) => write(tx, event()));
});

test("the application writes no event of an agent", async () => {
  await expectRefused("app", cast.accountId, walled, (tx) => write(tx, event()));
  await expectRefused("app", cast.accountId, walled, (tx) => {
    return tx`
      insert into audit_events (account_id, kind, actor_kind, actor_id, actor_name)
      select ${cast.accountId}, kind, actor_kind, actor_id, actor_name from audit_events
      where actor_kind = 'agent' limit 1`;
  });
});

test("nobody changes a line of the console's log, a look or a note", async () => {
  const request = await ownerRequest(cast.owner, cast.admin);
  await attempt("agent", look, (tx) => note(tx, request.id, look.agentId));
  for (const table of ["support_events", "support_looks", "owner_request_notes"]) {
    const by = `${table}_are_append_only`;
    for (const statement of [`update ${table} set id = id`, `delete from ${table}`]) {
      await expectRefused("owner", "", by, (tx) => tx.unsafe(statement));
      await expectRefused("agent", look, /permission denied/, (tx) => tx.unsafe(statement));
    }
    await expectRefused("owner", "", by, (tx) => tx.unsafe(`truncate ${table} cascade`));
  }
});

test("a note is written in one's own name, and now", async () => {
  const { id } = await ownerRequest(cast.owner, cast.admin);
  await expectRefused("agent", look, walled, (tx) => note(tx, id, other.agentId));
  await expectRefused("agent", look, walled, (tx) => note(tx, id, look.agentId, "2020-01-01"));
});

test("that an account was looked into is written by the database alone, and nothing with another time", async () => {
  for (const kind of ["account.looked", "accounts.searched"]) {
    await expectRefused("agent", "", "support_events_of_the_database", (tx) => {
      return tx`
        insert into support_events (kind, agent_id, agent_name)
        values (${kind}, ${other.agentId}, 'Theo Thal')`;
    });
  }
  const [row] = await attempt(
    "agent",
    "",
    (tx) => tx`
      insert into support_events (at, kind, agent_id, agent_name)
      values ('2020-01-01', 'agent.signed_out', ${look.agentId}, 'Rita Rio')
      returning at > now() - interval '1 minute' as is_now`,
  );
  expect(row).toEqual({ is_now: true });
});

test("every search is written down with who searched, for what, and how many it found", async () => {
  await attempt(
    "agent",
    "",
    (tx) => tx`
      select from support_find_accounts(${look.sessionId}, 'card', 'paul PAYER', '4242')`,
  );
  const [row] = await owner`
    select agent_id, agent_name, data->>'way' as way, data->>'words' as words,
      (data->>'found')::int > 1 as found
    from support_events where kind = 'accounts.searched'`;
  expect(row).toEqual({
    agent_id: look.agentId,
    agent_name: "Rita Rio",
    way: "card",
    words: "paul PAYER",
    found: true,
  });
});

test("the console adds one kind of job, for the account of its look", async () => {
  const { id } = await ownerRequest(cast.owner, cast.admin);
  await expectRefused("agent", look, /permission denied/, (tx) => {
    return tx`select graphile_worker.enqueue('send_mail', '{}')`;
  });
  await expectRefused("agent", look, /permission denied/, (tx) => {
    return tx`select graphile_worker.add_job('send_mail', '{}'::json)`;
  });
  await expectRefused("agent", cast.accountId, /No look is stated/, (tx) => {
    return tx`select graphile_worker.tell_of_request(${id}, 'begun')`;
  });
  await attempt("agent", look, async (tx) => {
    await tx`select set_config('app.account_id', ${cast.outsider.accountId}, true)`;
    await tx`select graphile_worker.tell_of_request(${id}, 'begun')`;
  });
  const jobs = await owner`
    select payload->>'accountId' as account from graphile_worker._private_jobs
    where payload->>'requestId' = ${id}`;
  expect(jobs).toEqual([{ account: cast.accountId }]);
});

function event() {
  return {
    account_id: cast.accountId,
    kind: "owner_request.verified",
    actor_kind: "agent",
    actor_id: look.agentId as string | null,
    actor_name: "Rita Rio of support",
  };
}

function write(tx: TransactionSql, row: object) {
  return tx`insert into audit_events ${tx([row as Record<string, string>])}`;
}

function note(tx: TransactionSql, request: string, agentId: string, at?: string) {
  return tx`
    insert into owner_request_notes (account_id, request_id, agent_id, body, form_id, at)
    values (${cast.accountId}, ${request}, ${agentId}, 'Called', ${randomUUID()},
      coalesce(${at ?? null}::timestamptz, clock_timestamp()))`;
}
