import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Agent, LookingAgent } from "#lib/actor";
import type { RefusalCode } from "#lib/refusal";
import { accountFilterSchema } from "#lib/support/account-filter";
import { accountLogFilterSchema, getAccountLogPage } from "#lib/support/account-log-page";
import { getAccountPage } from "#lib/support/account-page";
import { agentChange } from "#lib/support/agent-change";
import { lookIntoAccount } from "#lib/support/look-into-account";
import { signOutAgent } from "#lib/support/sign-out-agent";
import { owner } from "#tests/support/attempt";
import { buildCast, type Cast } from "#tests/support/cast";
import { connectAs } from "#tests/support/database";
import { expectRefusal } from "#tests/support/refused";
import { agent, lookInto } from "#tests/support/support-cast";

const console = connectAs("agent", { max: 3 });
const everything = accountFilterSchema.parse({});

let cast: Cast;
let rita: Agent;
let looking: LookingAgent;

beforeEach(async () => {
  cast = await buildCast();
  rita = await agent("agent");
  looking = await lookInto(rita, cast);
});

describe("stating a reason", () => {
  test.each(["agent", "technical", "lead"] as const)(
    "opens the account for half an hour to whoever is %s, and both logs say so with the reason",
    async (role) => {
      const who = await agent(role);
      const reason = "Card holder called about an Owner";
      expect(await lookIntoAccount(who, { account: cast.accountId, reason })).toBe(cast.accountId);
      const [look] = await owner`
        select *, expires_at - at = interval '30 minutes' as half_an_hour from support_looks
        where agent_id = ${who.agentId}`;
      expect(look).toMatchObject({
        ...{ account_id: cast.accountId, session_id: who.sessionId, reason, half_an_hour: true },
        request_id: null,
      });
      const [event] = await owner`
        select * from audit_events where account_id = ${cast.accountId} and actor_id = ${who.agentId}`;
      expect(event).toMatchObject({
        ...{ kind: "support.looked", actor_kind: "agent", actor_name: `${who.name} of support` },
        data: { reason },
      });
      const [line] = await owner`select * from support_events where agent_id = ${who.agentId}`;
      expect(line).toMatchObject({
        ...{ kind: "account.looked", agent_name: who.name, account_id: cast.accountId },
        ...{ account_name: "Brightwater", data: { reason } },
      });
    },
  );

  test("of an account that is not there is answered as not found", () =>
    expectRefusal(
      () => lookIntoAccount(rita, { account: randomUUID(), reason: "Called" }),
      "not_found",
    ));

  test("is refused without one, by the database too", () =>
    expectRefusal(
      () => lookIntoAccount(rita, { account: cast.accountId, reason: " " }),
      "look_needs_reason",
    ));

  test("is refused to whoever has signed out, was made inactive, or sends another's session", async () => {
    const look = { account: cast.accountId, reason: "Called" };
    await signOutAgent(rita);
    await expectRefusal(() => lookIntoAccount(rita, look), "not_signed_in");
    const gone = await agent("technical");
    await owner`update support_agents set status = 'inactive' where id = ${gone.agentId}`;
    await expectRefusal(() => lookIntoAccount(gone, look), "not_signed_in");
    await expectRefusal(
      () => lookIntoAccount({ ...rita, sessionId: randomUUID() }, look),
      "not_signed_in",
    );
  });
});

/** Each is somebody whose look does not let them in. */
const closed: [string, RefusalCode, () => Promise<LookingAgent>][] = [
  ["that has expired", "look_over", async () => ({ ...looking, lookId: await expired() })],
  ["of another agent", "look_over", async () => ({ ...looking, ...(await agent("agent")) })],
  ["of another agent, sent in that one's sign-in", "not_signed_in", foreignAgent],
  [
    "that was stated in another sign-in",
    "look_over",
    async () => ({ ...looking, sessionId: await signIn() }),
  ],
  [
    "into another account",
    "look_over",
    async () => ({ ...looking, accountId: cast.outsider.accountId }),
  ],
  ["that nobody stated", "look_over", async () => ({ ...looking, lookId: randomUUID() })],
  ["whose agent has signed out", "not_signed_in", async () => signedOut(looking)],
  ["whose agent was made inactive", "not_signed_in", async () => inactive(looking)],
  [
    "whose sign-in is over by time",
    "look_over",
    async () => ({ ...looking, ...(await overByTime()) }),
  ],
];

describe.each(closed)("a look %s", (_what, code, make) => {
  test("shows nothing of the account", async () => {
    const who = await make();
    expect(await getAccountPage(who, everything)).toBeNull();
    expect(await getAccountLogPage(who, accountLogFilterSchema.parse({}))).toBeNull();
  });

  test("changes nothing in the account", async () => {
    const who = await make();
    const change = () =>
      agentChange(who, ["agent"], randomUUID(), "owner_request.verified", async () => ({
        data: { caseNumber: 1, reason: "It is so" },
      }));
    await expectRefusal(change, code);
  });
});

test.each([
  ["expired", async () => expired()],
  ["made up", async () => randomUUID()],
  ["of an agent who signed out", async () => (await signedOut(looking)).lookId],
  ["of an agent who was made inactive", async () => (await inactive(looking)).lookId],
])(
  "row-level security itself shows and takes nothing under a look that is %s",
  async (_what, make) => {
    const look = await make();
    const counts = await console.begin(async (tx) => {
      await tx`select set_config('app.look_id', ${look}, true)`;
      const tables = [
        "accounts",
        "audit_events",
        "subscriptions",
        "owner_requests",
        "seat_schedules",
      ];
      const rows = await Promise.all(tables.map((name) => tx`select from ${tx(name)}`));
      return [
        ...rows,
        await tx`select id from users`,
        await tx`select users_matching('Olivia')`,
      ].map(({ length }) => length);
    });
    expect(counts).toEqual([0, 0, 0, 0, 0, 0, 0]);
  },
);

test("a setting of the application's role lets the console in nowhere", async () => {
  const rows = await console.begin(async (tx) => {
    await tx`select set_config('app.account_id', ${cast.accountId}, true)`;
    return tx`select id from users`;
  });
  expect(rows).toHaveLength(0);
});

describe.each(["read committed", "repeatable read", "serializable"])("at %s", (level) => {
  test.each(["read write", "read only"])(
    "two accounts in one %s transaction are refused",
    async (mode) => {
      const other = await lookInto(rita, cast.outsider);
      const names: string[] = [];
      const both = console.begin(`isolation level ${level} ${mode}`, async (tx) => {
        await tx`select set_config('app.look_id', ${looking.lookId}, true)`;
        names.push(...(await tx`select name from accounts`).map(({ name }) => name));
        await tx`select set_config('app.look_id', ${other.lookId}, true)`;
        names.push(...(await tx`select name from accounts`).map(({ name }) => name));
      });
      await expect(both).rejects.toMatchObject({
        constraint_name: "support_looks_into_one_account",
      });
      expect(names).toEqual(["Brightwater"]);
    },
  );

  test("a second look into the same account goes on in the same transaction", async () => {
    const again = await lookInto(rita, cast);
    const names = await console.begin(`isolation level ${level}`, async (tx) => {
      await tx`select set_config('app.look_id', ${looking.lookId}, true)`;
      const first = await tx`select name from accounts`;
      await tx`select set_config('app.look_id', ${again.lookId}, true)`;
      return [...first, ...(await tx`select name from accounts`)].map(({ name }) => name);
    });
    expect(names).toEqual(["Brightwater", "Brightwater"]);
  });
});

test("the next transaction of the same connection may look into another account", async () => {
  const other = await lookInto(rita, cast.outsider);
  const one = connectAs("agent", { max: 1 });
  const nameBy = (look: string) =>
    one.begin(async (tx) => {
      await tx`select set_config('app.look_id', ${look}, true)`;
      return (await tx`select name from accounts`).map(({ name }) => name);
    });
  expect(await nameBy(looking.lookId)).toEqual(["Brightwater"]);
  expect(await nameBy(other.lookId)).toEqual(["Elsewhere"]);
  await one.end();
});

test("a look ends for a transaction that is under way, too, with the agent's sign-in", async () => {
  const seen = await console.begin(async (tx) => {
    await tx`select set_config('app.look_id', ${looking.lookId}, true)`;
    const before = await tx`select id from users`;
    await signOutAgent(rita);
    return [before.length, (await tx`select id from users`).length];
  });
  expect(seen).toEqual([6, 0]);
});

test("no detail of a contact, no password and no secret can be read under a look", async () => {
  for (const what of [
    "contacts",
    "history_entries",
    "books",
    "sessions",
    "password_links",
    "second_steps",
  ]) {
    const asked = console.begin(async (tx) => {
      await tx`select set_config('app.look_id', ${looking.lookId}, true)`;
      await tx`select from ${tx(what)}`;
    });
    await expect(asked, what).rejects.toThrow(/permission denied/);
  }
  for (const column of ["password_hash", "search_text"]) {
    const asked = console.begin((tx) => tx`select ${tx(column)} from users`);
    await expect(asked, column).rejects.toThrow(/permission denied/);
  }
});

async function expired(): Promise<string> {
  const [look] = await owner<{ id: string }[]>`
    insert into support_looks (account_id, session_id, agent_id, reason, at, expires_at)
    values (${cast.accountId}, ${rita.sessionId}, ${rita.agentId}, 'Called',
      now() - interval '30 minutes', now()) returning id`;
  return look?.id ?? "";
}

/** Another sign-in of the same agent. */
async function signIn(): Promise<string> {
  const [row] = await owner<{ id: string }[]>`
    insert into support_sessions (agent_id, expires_at)
    values (${rita.agentId}, now() + interval '1 hour') returning id`;
  return row?.id ?? "";
}

async function foreignAgent(): Promise<LookingAgent> {
  const { agentId } = await agent("agent");
  return { ...looking, agentId };
}

async function signedOut(who: LookingAgent): Promise<LookingAgent> {
  await signOutAgent(who);
  return who;
}

async function inactive(who: LookingAgent): Promise<LookingAgent> {
  await owner`update support_agents set status = 'inactive' where id = ${who.agentId}`;
  return who;
}

/** A sign-in of the same agent that has run out, with a look that has not. */
async function overByTime(): Promise<{ sessionId: string; lookId: string }> {
  const [row] = await owner<{ session: string; look: string }[]>`
    with over as (
      insert into support_sessions (agent_id, expires_at) values (${rita.agentId}, now())
      returning id)
    insert into support_looks (account_id, session_id, agent_id, reason, expires_at)
    select ${cast.accountId}, id, ${rita.agentId}, 'Called', now() + interval '9 minutes' from over
    returning session_id as session, id as look`;
  return { sessionId: row?.session ?? "", lookId: row?.look ?? "" };
}
