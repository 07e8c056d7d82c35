import type { TransactionSql } from "postgres";
import { beforeEach, describe, expect, test } from "vitest";
import type { LookingAgent } from "#lib/actor";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { lastWith, listOwners, readyCardHolderCase, stateOf, team } from "#tests/support/case-rows";
import { carryOut, decide, end, readyCase, verify } from "#tests/support/case-steps";
import { addUsers, buildCast, type Cast } from "#tests/support/cast";
import { agent, hasSignedIn, lookInto, ownerRequest } from "#tests/support/support-cast";

const _stays = "owner_requests_stay";
const notTheirs = "owner_requests_step_of_its_agent";
const obstacle = "owner_requests_have_no_obstacle";
const denied = /permission denied/;

let cast: Cast;
let rita: LookingAgent;
let theo: LookingAgent;
let lena: LookingAgent;

beforeEach(async () => {
  cast = await buildCast();
  await owner`update users set is_owner = true where id = ${cast.admin2.id}`;
  [rita, theo, lena] = await team(cast);
});

describe("a case is verified", () => {
  test("by an agent of that role, in their own name, now, and once", async () => {
    const request = await ownerRequest(cast.owner, cast.admin);
    for (const who of [theo, lena]) {
      await expectRefused("agent", who, notTheirs, (tx) => verify(tx, who, request));
    }
    await expectRefused("agent", rita, notTheirs, (tx) => verify(tx, theo, request));
    await expectRefused("app", cast.accountId, denied, (tx) => verify(tx, rita, request));
    await attempt("agent", rita, (tx) => {
      return tx`
        update owner_requests set verified_at = '2020-01-01', verified_by = ${rita.agentId}
        where id = ${request.id}`;
    });
    const [row] = await owner`
      select verified_at > now() - interval '1 minute' as is_now from owner_requests
      where id = ${request.id}`;
    expect(row).toEqual({ is_now: true });
    const again = await lookInto(await agent("agent"), cast);
    await expectRefused("agent", again, notTheirs, (tx) => verify(tx, again, request));
  });

  test("and who did it is not written over, by whomever", async () => {
    const request = await readyCase(cast.owner, cast.admin);
    const again = await lookInto(await agent("agent"), cast);
    for (const who of [rita, again, theo, lena]) {
      await expectRefused("agent", who, notTheirs, (tx) => {
        return tx`update owner_requests set verified_by = ${who.agentId} where id = ${request.id}`;
      });
    }
  });

  test("anew, when what it was verified with has changed", async () => {
    await hasSignedIn(cast.admin);
    const request = await readyCase(cast.owner, cast.admin2);
    await attempt("agent", rita, (tx) => {
      return tx`update owner_requests set successor_id = ${cast.admin.id} where id = ${request.id}`;
    });
    expect(await stateOf(request)).toBe("unverified");
    await attempt("agent", rita, (tx) => verify(tx, rita, request));
    await attempt("app", cast.accountId, (tx) => {
      return tx`
        update owner_requests set requested_by = ${cast.admin.id}, requested_by_name = 'Adam Aalto'
        where id = ${request.id}`;
    });
    expect(await stateOf(request)).toBe("unverified");
  });

  test("anew, when who asked was made inactive or is no admin, and says why", async () => {
    for (const [change, lapse] of [
      [{ status: "inactive" }, "requester_inactive"],
      [{ role: "user" }, "requester_no_admin"],
    ] as const) {
      const [admin] = await addUsers(cast.accountId, "Ada Adler");
      if (!admin) throw new Error("Nobody was added.");
      await owner`update users set role = 'admin' where id = ${admin.id}`;
      const request = await readyCase(cast.owner, admin);
      await attempt(
        "app",
        cast.accountId,
        (tx) => tx`update users set ${tx(change)} where id = ${admin.id}`,
      );
      const [row] = await owner`
        select verified_at, verified_by, lapse from owner_requests where id = ${request.id}`;
      expect(row).toEqual({ verified_at: null, verified_by: null, lapse });
      await expectRefused("agent", rita, obstacle, (tx) => verify(tx, rita, request));
      await owner`update users set status = 'active', role = 'admin' where id = ${admin.id}`;
      expect(await stateOf(request)).toBe("unverified");
      await attempt("agent", rita, (tx) => end(tx, rita, request, "refused"));
    }
  });
});

describe("a case is carried out", () => {
  test("by a technical agent who did not verify it, in their own name", async () => {
    const request = await readyCase(cast.owner, cast.admin);
    for (const who of [rita, lena]) {
      await expectRefused("agent", who, notTheirs, (tx) => carryOut(tx, who, request));
    }
    await expectRefused("agent", lena, notTheirs, (tx) => carryOut(tx, theo, request));
    await expectRefused("app", cast.accountId, denied, (tx) => carryOut(tx, theo, request));
    await attempt("agent", theo, (tx) => carryOut(tx, theo, request));
    expect(await listOwners(cast)).toEqual([cast.admin2.id]);
    await expectRefused("agent", theo, "owner_requests_stay_ended", (tx) =>
      carryOut(tx, theo, request),
    );
  });

  test("never by who verified it, whatever their role is by then", async () => {
    const request = await readyCase(cast.owner, cast.admin);
    const verifier = request.verifier;
    const by = "owner_requests_four_eyes";
    for (const role of ["technical", "lead", "technical"]) {
      await owner`update support_agents set role = ${role} where id = ${verifier.agentId}`;
      await expectRefused("agent", verifier, by, (tx) => carryOut(tx, verifier, request));
    }
  });

  test("not unverified, objected, waiting or after thirty days", async () => {
    const request = await ownerRequest(cast.owner, cast.admin);
    const carry = (tx: TransactionSql) => carryOut(tx, theo, request);
    await expectRefused("agent", theo, "owner_requests_are_verified", carry);
    await attempt("agent", rita, (tx) => verify(tx, rita, request));
    await expectRefused("agent", theo, "owner_requests_wait", carry);
    await owner`update owner_requests set waits_until = now() where id = ${request.id}`;
    await owner`
      update owner_requests set objected_at = clock_timestamp(), objected_by_name = 'Olivia Okafor'
      where id = ${request.id}`;
    await expectRefused("agent", theo, "owner_requests_wait_for_a_lead", carry);
    await attempt("agent", lena, (tx) => decide(tx, lena, request));
    await owner`update owner_requests set expires_at = now() where id = ${request.id}`;
    await expectRefused("agent", theo, "owner_requests_expire", carry);
    await owner`
      update owner_requests set expires_at = now() + interval '1 day' where id = ${request.id}`;
    await attempt("agent", theo, carry);
  });

  test("with the last Owner's successor made Owner, and without touching one where others are", async () => {
    await hasSignedIn(cast.admin);
    const one = await readyCase(cast.owner, cast.admin2, { successor: cast.admin });
    await attempt("agent", theo, (tx) => carryOut(tx, theo, one));
    expect(await listOwners(cast)).toEqual([cast.admin2.id]);
    const two = await readyCase(cast.admin2, cast.admin, { successor: cast.admin });
    await attempt("agent", theo, (tx) => carryOut(tx, theo, two));
    expect(await listOwners(cast)).toEqual([cast.admin.id]);
    const [row] = await owner`
      select status, role from users where id = ${cast.admin2.id}`;
    expect(row).toEqual({ status: "active", role: "admin" });
  });
});

describe("each obstacle stops it, at the last moment too", () => {
  test.each<[string, (request: { id: string }) => Promise<unknown>]>([
    [
      "the Owner was relieved",
      () => owner`update users set is_owner = false where id = ${cast.owner.id}`,
    ],
    [
      "the Owner is the card holder, who did not ask",
      () => owner`
        update accounts set card_holder_user_id = ${cast.owner.id} where id = ${cast.accountId}`,
    ],
    [
      "it is the last Owner, and the successor is an Owner's none",
      () => owner`update users set is_owner = false where id = ${cast.admin2.id}`,
    ],
    ["the last Owner's successor is inactive", (request) => lastWith(cast, request, cast.inactive)],
    [
      "the last Owner's successor is no admin",
      (request) => lastWith(cast, request, cast.successor),
    ],
    [
      "the last Owner's successor never signed in",
      (request) => lastWith(cast, request, cast.admin),
    ],
  ])("%s", async (_what, happen) => {
    const request = await readyCase(cast.owner, cast.admin);
    await happen(request);
    await expectRefused("agent", theo, obstacle, (tx) => carryOut(tx, theo, request));
  });

  test("of a card holder: the card, the confirmation, the call", async () => {
    for (const change of [
      "stated_last4 = '1111'",
      "stated_holder = 'Paula Payer'",
      "confirmed_at = null",
      "confirm_sent_to = 'elsewhere@payer.example'",
      "called_back_at = null",
    ]) {
      const request = await readyCardHolderCase(cast);
      await owner.unsafe(`update owner_requests set ${change} where id = $1`, [request.id]);
      await expectRefused("agent", theo, obstacle, (tx) => carryOut(tx, theo, request));
      await attempt("agent", rita, (tx) => end(tx, rita, request, "refused"));
    }
    const request = await readyCardHolderCase(cast);
    await owner`
      update accounts set card_holder_user_id = ${cast.owner.id} where id = ${cast.accountId}`;
    await attempt("agent", theo, (tx) => carryOut(tx, theo, request));
    expect(await listOwners(cast)).toEqual([cast.admin2.id]);
  });
});
