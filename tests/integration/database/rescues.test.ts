import { beforeEach, expect, test } from "vitest";
import type { LookingAgent } from "#lib/actor";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { byLead, insertCase, listOwners, openCase, stateOf, team } from "#tests/support/case-rows";
import { answer, carryOut, decide, end, reopen } from "#tests/support/case-steps";
import { buildCast, type Cast, startSession } from "#tests/support/cast";
import { agent, hasSignedIn, lookInto } from "#tests/support/support-cast";

const nobody = "owner_requests_nobody_left";
const obstacle = "owner_requests_have_no_obstacle";
const byTwo = "owner_requests_rescue_by_two";
const notTheirs = "owner_requests_step_of_its_agent";

let cast: Cast;
let rita: LookingAgent;
let theo: LookingAgent;
let lena: LookingAgent;
let lars: LookingAgent;

/** An account whose Owner does not sign in, where nobody else is an admin, and two leads. */
beforeEach(async () => {
  cast = await buildCast();
  await owner`
    update users set role = 'user' where id in (${cast.admin.id}, ${cast.admin2.id})`;
  await hasSignedIn(cast.user);
  [rita, theo, lena] = await team(cast);
  lars = await lookInto(await agent("lead", "Lars Lead"), cast);
  await onlyLeads(lena, lars);
});

test("a lead proposes it, and everybody and where bills go is told", async () => {
  const request = await propose();
  expect(await stateOf(request)).toBe("ready");
  const letters = await owner`
    select user_id is null as to_address, count(*)::int as n from owner_request_letters
    where request_id = ${request.id} group by 1 order by 1`;
  expect(letters).toEqual([
    { to_address: false, n: 5 },
    { to_address: true, n: 1 },
  ]);
});

test("nobody else proposes it, in nobody else's name, and not twice", async () => {
  for (const who of [rita, theo]) {
    await expectRefused("agent", who, notTheirs, (tx) => insertCase(tx, byLead(cast, who)));
  }
  await expectRefused("agent", lena, "owner_requests_opened_by_its_agent", (tx) =>
    insertCase(tx, byLead(cast, lars)),
  );
  await expectRefused("app", cast.accountId, "owner_requests_asked_by_an_admin", (tx) =>
    insertCase(tx, byLead(cast, lena)),
  );
  await propose();
  await expectRefused("agent", lars, "owner_requests_one_open_rescue", (tx) =>
    insertCase(tx, byLead(cast, lars)),
  );
});

test("not where an admin is active, or for somebody who never signed in, is inactive or an Owner", async () => {
  for (const successor of [cast.successor, cast.inactive, cast.owner]) {
    const row = { ...byLead(cast, lena), successor_id: successor.id };
    await expectRefused("agent", lena, nobody, (tx) => insertCase(tx, row));
  }
  await owner`update users set role = 'admin' where id = ${cast.admin.id}`;
  await expectRefused("agent", lena, nobody, (tx) => insertCase(tx, byLead(cast, lena)));
});

test("another lead carries it out at once, and the account has one Owner more", async () => {
  const request = await propose();
  for (const who of [rita, theo]) {
    await expectRefused("agent", who, notTheirs, (tx) => carryOut(tx, who, request));
  }
  await expectRefused("agent", lena, byTwo, (tx) => carryOut(tx, lena, request));
  await attempt("agent", lars, (tx) => carryOut(tx, lars, request));
  expect((await listOwners(cast)).toSorted()).toEqual([cast.owner.id, cast.user.id].toSorted());
  const [row] = await owner`select role, status from users where id = ${cast.user.id}`;
  expect(row).toEqual({ role: "admin", status: "active" });
});

test("who proposed it never carries it out while there is another lead, however long ago", async () => {
  const request = await propose();
  await proposedHoursAgo(request, 24 * 20);
  await expectRefused("agent", lena, byTwo, (tx) => carryOut(tx, lena, request));
});

test("the only lead carries it out after 72 hours and not before", async () => {
  const request = await propose();
  await onlyLeads(lena);
  await expectRefused("agent", lena, byTwo, (tx) => carryOut(tx, lena, request));
  await proposedHoursAgo(request, 71.9);
  await expectRefused("agent", lena, byTwo, (tx) => carryOut(tx, lena, request));
  await proposedHoursAgo(request, 72);
  await attempt("agent", lena, (tx) => carryOut(tx, lena, request));
  expect(await listOwners(cast)).toContain(cast.user.id);
});

test("nobody else stands in for the other lead by a verification", async () => {
  const request = await propose();
  for (const who of [rita, theo, lena, lars]) {
    for (const change of [
      { verified_at: null, verified_by: null },
      { verified_by: rita.agentId },
      { verified_at: "2026-01-01", verified_by: who.agentId },
    ]) {
      await expectRefused("agent", who, notTheirs, (tx) => {
        return tx`
          update owner_requests set ${tx(change as Record<string, string>)} where id = ${request.id}`;
      });
    }
  }
});

test("an Owner who is there, a new admin, or a successor who leaves stops it", async () => {
  const request = await propose();
  const stopped = () => expectRefused("agent", lars, obstacle, (tx) => carryOut(tx, lars, request));
  await owner`update users set role = 'admin' where id = ${cast.admin.id}`;
  await stopped();
  await owner`update users set role = 'user' where id = ${cast.admin.id}`;
  await owner`update users set status = 'inactive' where id = ${cast.user.id}`;
  await stopped();
  await owner`update users set status = 'active' where id = ${cast.user.id}`;
  await startSession(cast.owner);
  await stopped();
});

test("an Owner who goes on in a sign-in of before stops it as well", async () => {
  const session = await startSession(cast.owner);
  const request = await propose();
  expect(await stateOf(request)).toBe("ready");
  await attempt("app", cast.accountId, (tx) => {
    return tx`update sessions set last_used_at = clock_timestamp() where id = ${session}`;
  });
  await expectRefused("agent", lars, obstacle, (tx) => carryOut(tx, lars, request));
});

test("everybody who was told may object, and a lead decides", async () => {
  const request = await propose();
  const over = "owner_request_letters_answered_in_time";
  await expectRefused("app", cast.accountId, over, (tx) =>
    answer(tx, cast.successor, request, "agreed"),
  );
  await attempt("app", cast.accountId, (tx) => answer(tx, cast.successor, request, "objected"));
  const waits = "owner_requests_wait_for_a_lead";
  await expectRefused("agent", lars, waits, (tx) => carryOut(tx, lars, request));
  await attempt("agent", lars, (tx) => decide(tx, lars, request));
  await attempt("app", cast.accountId, (tx) => {
    return tx`
      update owner_request_letters set answer = 'objected', answered_at = now()
      where request_id = ${request.id} and user_id is null`;
  });
  const [row] = await owner`select objected_by_name from owner_requests where id = ${request.id}`;
  expect(row).toEqual({ objected_by_name: "billing@payer.example" });
  await expectRefused("agent", lars, waits, (tx) => carryOut(tx, lars, request));
});

test("its successor stays, and what ended is proposed anew, not reopened", async () => {
  const request = await propose();
  await hasSignedIn(cast.successor);
  await expectRefused("agent", rita, "owner_requests_stay", (tx) => {
    return tx`
      update owner_requests set successor_id = ${cast.successor.id} where id = ${request.id}`;
  });
  await attempt("agent", rita, (tx) => end(tx, rita, request, "refused"));
  await expectRefused("agent", lena, "owner_requests_stay_ended", (tx) => reopen(tx, request));
  await propose();
});

function propose() {
  return openCase(lena, byLead(cast, lena));
}

async function proposedHoursAgo({ id }: { id: string }, hours: number): Promise<void> {
  await owner`
    update owner_requests set begun_at = now() - make_interval(mins => ${hours * 60})
    where id = ${id}`;
}

/** Of the leads that tests have made, these alone are left. */
async function onlyLeads(...leads: LookingAgent[]): Promise<void> {
  await owner`
    update support_agents set status = 'inactive'
    where role = 'lead' and status = 'active' and id <> all (${leads.map((lead) => lead.agentId)})`;
}
