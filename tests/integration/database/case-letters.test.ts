import { beforeEach, describe, expect, test } from "vitest";
import type { LookingAgent } from "#lib/actor";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { byAdmin, insertCase, stateOf, team } from "#tests/support/case-rows";
import { answer, carryOut, decide, end, reopen, verify } from "#tests/support/case-steps";
import { buildCast, type Cast, type Person } from "#tests/support/cast";
import { ownerRequest } from "#tests/support/support-cast";

const over = "owner_request_letters_answered_in_time";
let cast: Cast;
let rita: LookingAgent;
let theo: LookingAgent;
let lena: LookingAgent;
let request: { id: string };

beforeEach(async () => {
  cast = await buildCast();
  await owner`update users set is_owner = true where id = ${cast.admin2.id}`;
  [rita, theo, lena] = await team(cast);
  request = await ownerRequest(cast.owner, cast.admin);
});

test("every Owner of the moment has a letter, written with the case, and nobody else", async () => {
  const letters = await owner<{ id: string }[]>`
    select user_id as id from owner_request_letters where request_id = ${request.id} order by 1`;
  expect(letters.map(({ id }) => id)).toEqual([cast.owner.id, cast.admin2.id].toSorted());
  await attempt("app", cast.accountId, (tx) => {
    return insertCase(tx, { ...byAdmin(cast), user_id: cast.admin2.id });
  });
  expect(
    await owner`select from owner_request_letters where account_id = ${cast.accountId}`,
  ).toHaveLength(4);
});

test("the agreement of the Owner concerned, and of nobody else, waives the waiting time", async () => {
  await attempt("agent", rita, (tx) => verify(tx, rita, request));
  await refuse(cast.admin2, "agreed");
  await give(cast.owner, "agreed");
  expect(await stateOf(request)).toBe("ready");
  await refuse(cast.owner, "agreed");
  // Who agreed may think again.
  await give(cast.owner, "objected");
  const [row] =
    await owner`select agreed_at, objected_by_name from owner_requests where id = ${request.id}`;
  expect(row).toEqual({ agreed_at: null, objected_by_name: cast.owner.name });
  expect(await stateOf(request)).toBe("objected");
  await refuse(cast.owner, "agreed");
  await refuse(cast.owner, "objected");
});

test("an objection stops what was agreed to, and what a lead lets go on waits as it did", async () => {
  await attempt("agent", rita, (tx) => verify(tx, rita, request));
  await give(cast.owner, "agreed");
  await give(cast.admin2, "objected");
  const by = "owner_requests_wait_for_a_lead";
  await expectRefused("agent", theo, by, (tx) => carryOut(tx, theo, request));
  await attempt("agent", lena, (tx) => decide(tx, lena, request));
  await attempt("agent", theo, (tx) => carryOut(tx, theo, request));
});

describe("a letter is not answered", () => {
  test("by somebody who is no Owner any more", async () => {
    await owner`update users set is_owner = false where id = ${cast.admin2.id}`;
    await refuse(cast.admin2, "objected");
  });

  test("after the case has ended, by whatever end, or is over by time", async () => {
    await owner`update owner_requests set expires_at = now() where id = ${request.id}`;
    await refuse(cast.owner, "objected");
    await owner`
      update owner_requests set expires_at = now() + interval '1 day' where id = ${request.id}`;
    await attempt("agent", rita, (tx) => end(tx, rita, request, "refused"));
    await refuse(cast.owner, "objected");
  });

  test("once the case was reopened, but for the letter of the present round", async () => {
    await give(cast.owner, "agreed");
    await attempt("agent", rita, (tx) => end(tx, rita, request, "refused"));
    await attempt("agent", rita, (tx) => reopen(tx, request));
    const old = (what: "agreed" | "objected") => {
      return expectRefused("app", cast.accountId, over, (tx) => {
        return tx`
          update owner_request_letters l set answer = ${what}, answered_at = now()
          where request_id = ${request.id} and told_at
            < (select begun_at from owner_requests r where r.id = l.request_id)`;
      });
    };
    await old("objected");
    await old("agreed");
    const [row] = await owner`select agreed_at from owner_requests where id = ${request.id}`;
    expect(row).toEqual({ agreed_at: null });
    await attempt("app", cast.accountId, (tx) => {
      return tx`
        update owner_request_letters set answer = 'agreed', answered_at = now()
        where user_id = ${cast.owner.id} and answer is null`;
    });
    expect(await stateOf(request)).toBe("unverified");
  });

  test("by the application of another account, or by support", async () => {
    const changed = await attempt("app", cast.outsider.accountId, (tx) => {
      return answer(tx, cast.owner, request, "agreed");
    });
    expect(changed.count).toBe(0);
    await expectRefused("agent", rita, /permission denied/, (tx) => {
      return answer(tx, cast.owner, request, "agreed");
    });
  });

  test("with nothing, or its words without its answer", async () => {
    await give(cast.owner, "objected");
    await expectRefused("app", cast.accountId, over, (tx) => {
      return tx`update owner_request_letters set words = 'Other' where user_id = ${cast.owner.id}`;
    });
    await expectRefused("app", cast.accountId, over, (tx) => {
      return tx`
        update owner_request_letters set answer = null, answered_at = null
        where user_id = ${cast.owner.id}`;
    });
  });
});

function give(person: Person, what: "agreed" | "objected") {
  return attempt("app", cast.accountId, (tx) => answer(tx, person, request, what));
}

function refuse(person: Person, what: "agreed" | "objected") {
  return expectRefused("app", cast.accountId, over, (tx) => answer(tx, person, request, what));
}
