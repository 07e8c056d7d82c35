import type { TransactionSql } from "postgres";
import { beforeEach, describe, expect, test } from "vitest";
import type { LookingAgent } from "#lib/actor";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { stateOf, team } from "#tests/support/case-rows";
import { answer, carryOut, decide, end, readyCase, reopen } from "#tests/support/case-steps";
import { buildCast, type Cast } from "#tests/support/cast";
import { ownerRequest } from "#tests/support/support-cast";

const stays = "owner_requests_stay";
const notTheirs = "owner_requests_step_of_its_agent";
const _obstacle = "owner_requests_have_no_obstacle";
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

describe("an objection", () => {
  test("is decided by a lead in their own name, once, and not before it is raised", async () => {
    const request = await readyCase(cast.owner, cast.admin);
    await expectRefused("agent", lena, stays, (tx) => decide(tx, lena, request));
    await object(request);
    for (const who of [rita, theo]) {
      await expectRefused("agent", who, notTheirs, (tx) => decide(tx, who, request));
    }
    await expectRefused("agent", lena, notTheirs, (tx) => decide(tx, rita, request));
    await attempt("agent", lena, (tx) => decide(tx, lena, request));
    expect(await stateOf(request)).toBe("ready");
    await expectRefused("agent", lena, stays, (tx) => decide(tx, lena, request));
    for (const who of [rita, theo]) {
      for (const change of [{ decided_by: who.agentId }, { decision: "Another" }]) {
        await expectRefused("agent", who, notTheirs, (tx) => {
          return tx`update owner_requests set ${tx(change)} where id = ${request.id}`;
        });
      }
    }
    // A later one stops it again, whatever time the decision was given.
    await attempt("app", cast.accountId, (tx) => answer(tx, cast.admin2, request, "objected"));
    expect(await stateOf(request)).toBe("objected");
  });
});

describe("what has begun", () => {
  test("stays as it was begun", async () => {
    const request = await ownerRequest(cast.owner, cast.admin);
    const columns = ["begun_at", "waits_until", "expires_at", "created_at", "user_id", "kind"];
    for (const column of [...columns, "opened_by", "reason", "agreed_at", "objected_at", "lapse"]) {
      for (const [who, where] of [
        ["agent", rita],
        ["app", cast.accountId],
      ] as const) {
        await expectRefused(who, where, denied, (tx) => {
          return tx`update owner_requests set ${tx(column)} = ${tx(column)} where id = ${request.id}`;
        });
      }
    }
    for (const change of [{ end_reason: "Soon" }, { ended_by_agent: theo.agentId }]) {
      await expectRefused("agent", theo, stays, (tx) => {
        return tx`update owner_requests set ${tx(change)} where id = ${request.id}`;
      });
    }
  });

  test("ends in the agent's own name, now, and changes in nothing else by it", async () => {
    const request = await ownerRequest(cast.owner, cast.admin);
    await expectRefused("agent", rita, notTheirs, (tx) => end(tx, theo, request, "refused"));
    await expectRefused("agent", rita, notTheirs, (tx) => end(tx, rita, request, "expired"));
    await expectRefused("agent", rita, stays, (tx) => {
      return tx`
        update owner_requests set ended_at = now(), outcome = 'refused',
          ended_by_agent = ${rita.agentId}, decision = 'Another' where id = ${request.id}`;
    });
    await attempt("agent", rita, (tx) => {
      return tx`
        update owner_requests set ended_at = 'infinity', outcome = 'refused',
          ended_by_agent = ${rita.agentId} where id = ${request.id}`;
    });
    const [row] = await owner`
      select ended_at <= now() as is_now from owner_requests where id = ${request.id}`;
    expect(row).toEqual({ is_now: true });
  });

  test("is withdrawn by who asked, whatever the statement", async () => {
    const request = await ownerRequest(cast.owner, cast.admin);
    const withdraw = (by: { id: string }, more: Record<string, string> = {}) => {
      const change = {
        ended_at: "2026-01-01",
        outcome: "withdrawn",
        ended_by_user: by.id,
        ...more,
      };
      return (tx: TransactionSql) =>
        tx`update owner_requests set ${tx(change)} where id = ${request.id}`;
    };
    const others = "owner_requests_withdrawn_by_who_asked";
    await owner`update users set role = 'admin' where id = ${cast.user.id}`;
    for (const by of [cast.owner, cast.admin2, cast.user, cast.outsider]) {
      await expectRefused("app", cast.accountId, others, withdraw(by));
    }
    // Nor does the one concerned become who asked: at first, or in the statement that ends it.
    const takenOver = { requested_by: cast.owner.id };
    await expectRefused("app", cast.accountId, others, withdraw(cast.owner, takenOver));
    await expectRefused("app", cast.accountId, "owner_requests_taken_over_by_others", (tx) => {
      return tx`update owner_requests set ${tx(takenOver)} where id = ${request.id}`;
    });
    await attempt("app", cast.accountId, withdraw(cast.admin));
  });

  test("the application withdraws and lets expire, and decides nothing", async () => {
    const request = await ownerRequest(cast.owner, cast.admin);
    const end = (change: object) => (tx: TransactionSql) => {
      return tx`
        update owner_requests set ${tx({ ended_at: "2026-01-01", ...change } as Record<string, string>)}
        where id = ${request.id}`;
    };
    const by = "owner_requests_decided_by_support";
    for (const outcome of ["refused", "carried_out", "withdrawn", "expired"]) {
      await expectRefused("app", cast.accountId, by, end({ outcome }));
    }
    await attempt(
      "app",
      cast.accountId,
      end({ outcome: "withdrawn", ended_by_user: cast.admin.id }),
    );
    await expectRefused("app", cast.accountId, "owner_requests_stay_ended", (tx) => {
      return reopen(tx, request);
    });
  });

  test("is reopened within thirty days with nothing of before, and the whole waiting time", async () => {
    const request = await readyCase(cast.owner, cast.admin);
    await attempt("agent", rita, (tx) => end(tx, rita, request, "refused"));
    await expectRefused("agent", rita, "owner_requests_stay_ended", (tx) => {
      return tx`
        update owner_requests set ended_at = null, successor_id = ${cast.admin.id}
        where id = ${request.id}`;
    });
    await attempt("agent", rita, (tx) => reopen(tx, request));
    const [row] = await owner`
      select verified_at, verified_by, outcome, ended_by_agent, agreed_at, objected_at,
        waits_until - now() > interval '23 hours' as waits,
        (select count(*)::int from owner_request_letters where request_id = r.id) as letters
      from owner_requests r where id = ${request.id}`;
    expect(row).toEqual({
      ...{ verified_at: null, verified_by: null, outcome: null, ended_by_agent: null },
      ...{ agreed_at: null, objected_at: null, waits: true, letters: 4 },
    });
    await attempt("agent", rita, (tx) => end(tx, rita, request, "refused"));
    await owner`
      update owner_requests set ended_at = now() - interval '31 days' where id = ${request.id}`;
    await expectRefused("agent", rita, "owner_requests_stay_ended", (tx) => reopen(tx, request));
  });

  test("that was carried out is never reopened, and nor is one about who is no Owner", async () => {
    const done = await readyCase(cast.owner, cast.admin);
    await attempt("agent", theo, (tx) => carryOut(tx, theo, done));
    for (const who of [rita, theo, lena]) {
      await expectRefused("agent", who, "owner_requests_stay_ended", (tx) => reopen(tx, done));
    }
    const refused = await ownerRequest(cast.admin2, cast.admin);
    await attempt("agent", rita, (tx) => end(tx, rita, refused, "refused"));
    await owner`update users set is_owner = true where id = ${cast.admin.id}`;
    await owner`update users set is_owner = false where id = ${cast.admin2.id}`;
    await expectRefused("agent", rita, "owner_requests_user_is_owner", (tx) => reopen(tx, refused));
  });

  test("is deleted by nobody", async () => {
    await ownerRequest(cast.owner, cast.admin);
    for (const table of ["owner_requests", "owner_request_letters"]) {
      const by = `${table}_are_never_deleted`;
      await expectRefused("owner", "", by, (tx) => tx`delete from ${tx(table)}`);
      await expectRefused("owner", "", by, (tx) => tx`truncate ${tx(table)} cascade`);
    }
  });
});

function object(request: { id: string }) {
  return attempt("app", cast.accountId, (tx) => answer(tx, cast.owner, request, "objected"));
}
