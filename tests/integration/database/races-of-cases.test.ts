import { afterEach, describe, expect, test } from "vitest";
import type { LookingAgent } from "#lib/actor";
import { attempt, owner } from "#tests/support/attempt";
import {
  byAdmin,
  byLead,
  insertCase,
  openCase,
  readyCardHolderCase,
} from "#tests/support/case-rows";
import { answer, carryOut, end, readyCase, reopen, verify } from "#tests/support/case-steps";
import { buildCast, type Cast, type Person } from "#tests/support/cast";
import { expectEveryRule, interleave, isolations, type Racer, race } from "#tests/support/race";
import { agent, hasSignedIn, lookInto, ownerRequest } from "#tests/support/support-cast";

const ROUNDS = 20;
// A serialization failure, or a deadlock of two that lock nothing first; use cases lock the account.
const COLLISION = "40001|40P01";

type Case = { id: string };
type Ready = { accountId: string; one: Racer; other: Racer };

/** Two that happen at the same moment: what stops the one after the other, and the other way round. */
const meetings: {
  one: string;
  other: string;
  afterOther: string;
  afterOne: string;
  prepare: () => Promise<Ready>;
}[] = [
  {
    one: "a case is carried out",
    other: "it is carried out by somebody else",
    afterOther: "owner_requests_stay_ended",
    afterOne: "owner_requests_stay_ended",
    prepare: async () => {
      const { cast, carry, request } = await readyRemoval();
      return { accountId: cast.accountId, one: carry, other: await carries(cast, request) };
    },
  },
  {
    one: "a case is carried out",
    other: "the last Owner's successor is made inactive",
    afterOther: "owner_requests_have_no_obstacle",
    afterOne: "users_owner_is_active",
    prepare: async () => {
      const { cast, carry } = await readyRemoval({ isLast: true });
      return { accountId: cast.accountId, one: carry, other: inactivate(cast.admin) };
    },
  },
  {
    one: "a case is carried out",
    other: "who asked for it is made inactive",
    afterOther: "owner_requests_are_verified",
    afterOne: "done",
    prepare: async () => {
      const { cast, carry } = await readyRemoval();
      return { accountId: cast.accountId, one: carry, other: inactivate(cast.admin2) };
    },
  },
  {
    one: "a case is carried out",
    other: "another Owner objects",
    afterOther: "owner_requests_wait_for_a_lead",
    afterOne: "owner_request_letters_answered_in_time",
    prepare: async () => {
      const { cast, carry, request } = await readyRemoval();
      const other: Racer = { step: (sql) => answer(sql, cast.admin, request, "objected") };
      return { accountId: cast.accountId, one: carry, other };
    },
  },
  {
    one: "a card holder's case is carried out",
    other: "the card on file changes",
    afterOther: "owner_requests_are_verified",
    afterOne: "done",
    prepare: async () => {
      const cast = await buildCast();
      await makeOwner(cast.admin);
      const change = await cardChange(cast.admin);
      const other: Racer = {
        step: (sql) => sql`update card_changes set done_at = now() where id = ${change}`,
      };
      const one = await carries(cast, await readyCardHolderCase(cast));
      return { accountId: cast.accountId, one, other };
    },
  },
  {
    one: "a case is verified",
    other: "who asked for it is made inactive",
    afterOther: "owner_requests_have_no_obstacle",
    afterOne: "done",
    prepare: async () => {
      const cast = await buildCast();
      await makeOwner(cast.admin);
      const request = await ownerRequest(cast.owner, cast.admin2);
      const who = await lookInto(await agent("agent"), cast);
      const one: Racer = { ...as(who), step: (sql) => verify(sql, who, request) };
      return { accountId: cast.accountId, one, other: inactivate(cast.admin2) };
    },
  },
  {
    one: "a case is reopened",
    other: "a new one about the same Owner is opened",
    afterOther: "owner_requests_one_open_per_user",
    afterOne: "owner_requests_one_open_per_user",
    prepare: async () => {
      const { cast, one } = await refusedCase();
      const other: Racer = { step: (sql) => insertCase(sql, byAdmin(cast)) };
      return { accountId: cast.accountId, one, other };
    },
  },
  {
    one: "a rescue is carried out",
    other: "it is carried out by a third lead",
    afterOther: "owner_requests_stay_ended",
    afterOne: "owner_requests_stay_ended",
    prepare: async () => {
      const { cast, request } = await rescue();
      const [one, other] = [
        await carries(cast, request, "lead"),
        await carries(cast, request, "lead"),
      ];
      return { accountId: cast.accountId, one, other };
    },
  },
  {
    one: "a rescue is carried out",
    other: "the account's Owner signs in",
    afterOther: "owner_requests_have_no_obstacle",
    afterOne: "done",
    prepare: async () => {
      const { cast, request } = await rescue();
      return {
        accountId: cast.accountId,
        one: await carries(cast, request, "lead"),
        other: signIn(cast.owner),
      };
    },
  },
  {
    one: "the only lead carries out a rescue of long ago",
    other: "somebody else becomes a lead",
    afterOther: "owner_requests_rescue_by_two",
    afterOne: "done",
    prepare: async () => {
      const { cast, request, proposer } = await rescue();
      const next = await agent("agent");
      await owner`
        update support_agents set status = 'inactive'
        where role = 'lead' and status = 'active' and id <> ${proposer.agentId}`;
      await owner`
        update owner_requests set begun_at = now() - interval '73 hours' where id = ${request.id}`;
      const one: Racer = { ...as(proposer), step: (sql) => carryOut(sql, proposer, request) };
      const step: Racer["step"] = (sql) =>
        sql`update support_agents set role = 'lead' where id = ${next.agentId}`;
      return { accountId: cast.accountId, one, other: { ...as(proposer), step } };
    },
  },
];

describe.each(isolations)("at %s", (isolation) => {
  afterEach(expectEveryRule);

  test.each(meetings)("$one, and $other", async ({ prepare, afterOne, afterOther }) => {
    const collided = (by: string) => expect.stringMatching(`^(${by}|${COLLISION})$`);
    for (let round = 0; round < ROUNDS; round++) {
      const { accountId, one, other } = await prepare();
      const pair: [Racer, Racer] = round % 2 ? [one, other] : [other, one];
      const [first, second] = await race(isolation, accountId, pair);
      expect(first?.outcome).toBe("done");
      expect(second?.outcome).toEqual(collided(first?.racer === one ? afterOne : afterOther));
    }
    const there = await prepare();
    expect(await interleave(isolation, there.accountId, [there.other, there.one])).toEqual({
      outcomes: ["done", collided(afterOther)],
      waited: true,
    });
    const back = await prepare();
    expect(await interleave(isolation, back.accountId, [back.one, back.other])).toEqual({
      outcomes: ["done", collided(afterOne)],
      waited: true,
    });
  });

  test("a case that two reopen is told of once", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { cast, one, request } = await refusedCase();
      await race(isolation, cast.accountId, [one, { ...one }]);
      const [row] = await owner`
        select count(*)::int as letters, count(distinct told_at)::int as rounds
        from owner_request_letters where request_id = ${request.id}`;
      expect(row).toEqual({ letters: 4, rounds: 2 });
    }
  });
});

/** About one of two Owners, or about the last with the admin as successor; the second admin asks. */
async function readyRemoval({ isLast = false } = {}) {
  const cast = await buildCast();
  await hasSignedIn(cast.admin);
  if (!isLast) await makeOwner(cast.admin);
  const request = await readyCase(cast.owner, cast.admin2, { successor: cast.admin });
  return { cast, request, carry: await carries(cast, request) };
}

async function refusedCase() {
  const cast = await buildCast();
  await makeOwner(cast.admin);
  const request = await ownerRequest(cast.owner, cast.admin2);
  const who = await lookInto(await agent("agent"), cast);
  await attempt("agent", who, (tx) => end(tx, who, request, "refused"));
  const one: Racer = { ...as(who), step: (sql) => reopen(sql, request) };
  return { cast, request, one };
}

/** Proposed for the user of an account where nobody is an admin but its Owner. */
async function rescue() {
  const cast = await buildCast();
  await owner`
    update users set role = 'user' where id in (${cast.admin.id}, ${cast.admin2.id})`;
  await hasSignedIn(cast.user);
  const proposer = await lookInto(await agent("lead"), cast);
  return { cast, proposer, request: await openCase(proposer, byLead(cast, proposer)) };
}

async function carries(cast: Cast, request: Case, role: "technical" | "lead" = "technical") {
  const who = await lookInto(await agent(role), cast);
  const step: Racer["step"] = (sql) => carryOut(sql, who, request);
  return { ...as(who), step };
}

function as({ lookId }: LookingAgent) {
  return { who: "agent" as const, lookId };
}

function inactivate({ id }: Person): Racer {
  return { step: (sql) => sql`update users set status = 'inactive' where id = ${id}` };
}

function signIn({ accountId, id }: Person): Racer {
  const step: Racer["step"] = (sql) => sql`
    insert into sessions (account_id, user_id, expires_at)
    values (${accountId}, ${id}, now() + interval '1 day')`;
  return { step };
}

async function makeOwner({ id }: Person): Promise<void> {
  await owner`update users set is_owner = true where id = ${id}`;
}

/** An Owner's change of the card, which only has to be written. */
async function cardChange({ accountId, id }: Person): Promise<string> {
  const [change] = await attempt("app", accountId, (tx) => {
    return tx<{ id: string }[]>`
      insert into card_changes (account_id, holder_name, last4, billing_email, requested_by,
        expires_at, token_hash)
      values (${accountId}, 'Rosa Reyes', '4417', 'bills@reyes.example', ${id},
        now() + interval '1 day', 'hash') returning id`;
  });
  return change?.id ?? "";
}
