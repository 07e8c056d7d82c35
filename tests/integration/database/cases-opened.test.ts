import type { TransactionSql } from "postgres";
import { beforeEach, describe, expect, test } from "vitest";
import type { LookingAgent } from "#lib/actor";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import {
  byAdmin,
  byCardHolder,
  insertCase as insert,
  openCase,
  readyCardHolderCase,
  team,
} from "#tests/support/case-rows";
import { end, verify } from "#tests/support/case-steps";
import { buildCast, type Cast } from "#tests/support/cast";
import { card } from "#tests/support/subscriptions";
import { ownerRequest } from "#tests/support/support-cast";

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

describe("a case is opened", () => {
  test("by the application for an active admin, about an Owner, open and unverified", async () => {
    const asked = "owner_requests_asked_by_an_admin";
    await attempt("app", cast.accountId, (tx) => insert(tx, byAdmin(cast)));
    const wrong: [object, string][] = [
      [{ requested_by: cast.user.id }, asked],
      [{ requested_by: cast.inactive.id }, asked],
      [{ capacity: "card_holder" }, asked],
      [{ opened_by: rita.agentId }, asked],
      [{ assigned_to: rita.agentId }, asked],
      [{ stated_holder: card.card_holder_name }, asked],
      [{ confirm_asked_at: "2026-01-01" }, asked],
      [{ kind: "rescue", user_id: null, capacity: "lead" }, asked],
      [{ user_id: cast.admin.id }, "owner_requests_user_is_owner"],
      [{ user_id: cast.outsider.id }, "owner_requests_user_same_account"],
      [{ successor_id: cast.admin2.id }, "owner_requests_successor_is_another"],
      [{ reason: " " }, "owner_requests_have_a_reason"],
      [{ verified_at: "2026-01-01", verified_by: rita.agentId }, "owner_requests_begin_open"],
      [{ agreed_at: "2026-01-01" }, "owner_requests_begin_open"],
      [{ decided_at: "2099-01-01" }, "owner_requests_begin_open"],
      [{ ended_at: "2026-01-01", outcome: "carried_out" }, "owner_requests_begin_open"],
      [{ user_id: cast.owner.id }, "owner_requests_one_open_per_user"],
    ];
    for (const [change, by] of wrong) {
      const row = { ...byAdmin(cast), user_id: cast.admin2.id, ...change };
      await expectRefused("app", cast.accountId, by, (tx) => insert(tx, row));
    }
  });

  test("by an agent for a card holder, in the agent's own name", async () => {
    await attempt("agent", rita, (tx) => insert(tx, byCardHolder(cast, rita)));
    const own = "owner_requests_opened_by_its_agent";
    const wrong: [object, string][] = [
      [{ capacity: "admin", requested_by: cast.admin.id }, own],
      [{ requested_by: cast.admin.id }, own],
      [{ opened_by: theo.agentId }, own],
      [{ opened_by: null }, own],
      [{ stated_holder: "Paula Payer" }, "owner_requests_card_matches"],
      [{ stated_last4: "1234" }, "owner_requests_card_matches"],
      [{ stated_last4: null, stated_holder: null }, "owner_requests_card_matches"],
      [{ confirmed_at: "2026-01-01" }, "owner_requests_begin_open"],
      [{ called_back_at: "2026-01-01" }, "owner_requests_begin_open"],
    ];
    for (const [change, by] of wrong) {
      const row = { ...byCardHolder(cast, rita), user_id: cast.admin2.id, ...change };
      await expectRefused("agent", rita, by, (tx) => insert(tx, row));
    }
    for (const who of [theo, lena]) {
      const row = { ...byCardHolder(cast, rita), user_id: cast.admin2.id, opened_by: who.agentId };
      await expectRefused("agent", who, notTheirs, (tx) => insert(tx, row));
    }
  });

  test("not for the holder of a card that is not on file", async () => {
    await owner`
      update accounts set card_holder_name = null, card_last4 = null, billing_email = null
      where id = ${cast.accountId}`;
    const row = { ...byCardHolder(cast, rita), stated_holder: null, stated_last4: null };
    await expectRefused("agent", rita, "owner_requests_card_matches", (tx) => insert(tx, row));
  });

  test("from now, for thirty days, with the waiting time of the database and the next number", async () => {
    const times = { created_at: "2020-01-01", begun_at: "2020-01-01", waits_until: "2020-01-01" };
    const far = { ...byAdmin(cast), ...times, expires_at: "2099-01-01" };
    await attempt("app", cast.accountId, (tx) => insert(tx, far));
    const [row] = await owner`
      select created_at > now() - interval '1 minute' as created, begun_at = created_at as begun,
        waits_until - begun_at = interval '24 hours' as waits,
        expires_at - begun_at = interval '30 days' as expires
      from owner_requests where account_id = ${cast.accountId}`;
    expect(row).toEqual({ created: true, begun: true, waits: true, expires: true });
    for (const number of [1, 1001, 9007199254740993n]) {
      await expectRefused("app", cast.accountId, "owner_requests_are_numbered", (tx) => {
        return tx`
          insert into owner_requests (account_id, kind, user_id, capacity, requested_by,
            requested_by_name, reason, number) overriding system value
          select account_id, kind, ${cast.admin2.id}, capacity, requested_by, requested_by_name,
            reason, ${String(number)}::bigint from owner_requests`;
      });
    }
  });
});

describe("a case of a card holder", () => {
  test("is confirmed by the application where it was asked, once, and called back by an agent", async () => {
    const request = await openCase(rita, byCardHolder(cast, rita));
    const confirm = (tx: TransactionSql) => {
      return tx`update owner_requests set confirmed_at = '2099-01-01' where id = ${request.id}`;
    };
    const called = (tx: TransactionSql, who: LookingAgent) => {
      return tx`
        update owner_requests set called_back_at = '2099-01-01', called_back_by = ${who.agentId}
        where id = ${request.id}`;
    };
    await expectRefused("agent", rita, denied, confirm);
    await expectRefused("agent", rita, obstacle, (tx) => verify(tx, rita, request));
    await attempt("app", cast.accountId, confirm);
    await expectRefused("app", cast.accountId, "owner_requests_confirmed_once", confirm);
    await expectRefused("agent", rita, obstacle, (tx) => verify(tx, rita, request));
    for (const who of [theo, lena]) {
      await expectRefused("agent", who, notTheirs, (tx) => called(tx, who));
    }
    await expectRefused("agent", rita, notTheirs, (tx) => called(tx, theo));
    await attempt("agent", rita, (tx) => called(tx, rita));
    await expectRefused("agent", theo, notTheirs, (tx) => {
      return tx`update owner_requests set called_back_by = ${theo.agentId} where id = ${request.id}`;
    });
    await attempt("agent", rita, (tx) => verify(tx, rita, request));
    const [row] = await owner`
      select confirmed_at <= now() and called_back_at <= now() as are_now from owner_requests
      where id = ${request.id}`;
    expect(row).toEqual({ are_now: true });
  });

  test("asked anew is unconfirmed, with another link, and sent to where bills go now", async () => {
    const request = await openCase(rita, byCardHolder(cast, rita));
    const before = await linkOf(request);
    await attempt("app", cast.accountId, (tx) => {
      return tx`update owner_requests set confirmed_at = now() where id = ${request.id}`;
    });
    await owner`update accounts set billing_email = 'new@payer.example' where id = ${cast.accountId}`;
    expect(await linkOf(request)).toEqual({ ...before, confirmed_at: null });
    await attempt("agent", rita, (tx) => {
      return tx`update owner_requests set confirm_asked_at = '2020-01-01' where id = ${request.id}`;
    });
    const after = await linkOf(request);
    expect(after).toEqual({
      confirm_id: expect.not.stringMatching(before?.confirm_id ?? ""),
      confirm_sent_to: "new@payer.example",
      confirmed_at: null,
    });
    await expectRefused("agent", rita, denied, (tx) => {
      return tx`
        update owner_requests set confirm_sent_to = 'mine@support.example' where id = ${request.id}`;
    });
  });

  test("lapses with the card and with where bills go", async () => {
    for (const change of [
      { card_holder_name: "Rosa Reyes" },
      { card_last4: "1111" },
      { billing_email: "bills@reyes.example" },
    ]) {
      const request = await readyCardHolderCase(cast);
      await owner`update accounts set ${owner(change)} where id = ${cast.accountId}`;
      const [row] = await owner`
        select verified_at, confirmed_at, lapse from owner_requests where id = ${request.id}`;
      expect(row).toEqual({ verified_at: null, confirmed_at: null, lapse: "card_changed" });
      await expectRefused("agent", rita, obstacle, (tx) => verify(tx, rita, request));
      await attempt("agent", rita, (tx) => end(tx, rita, request, "refused"));
      await owner`update accounts set ${owner(card)} where id = ${cast.accountId}`;
    }
  });

  test("is never made an admin's by support, whoever is named in it", async () => {
    const request = await ownerRequest(cast.owner, cast.admin);
    await attempt("agent", rita, (tx) => {
      return tx`update owner_requests set capacity = 'card_holder' where id = ${request.id}`;
    });
    const asked = "owner_requests_asked_by_an_admin";
    await expectRefused("agent", rita, asked, (tx) => {
      return tx`update owner_requests set capacity = 'admin' where id = ${request.id}`;
    });
    await attempt("agent", rita, (tx) => end(tx, rita, request, "refused"));
    await expectRefused("agent", rita, "owner_requests_asked_by_an_admin", (tx) => {
      return tx`
        update owner_requests set ended_at = null, capacity = 'admin' where id = ${request.id}`;
    });
    const theirs = await ownerRequest(cast.admin2, cast.admin);
    await expectRefused("agent", rita, asked, (tx) => {
      return tx`update owner_requests set requested_by_name = 'Olivia' where id = ${theirs.id}`;
    });
  });
});

async function linkOf({ id }: { id: string }) {
  const [row] = await owner<{ confirm_id: string; confirm_sent_to: string; confirmed_at: null }[]>`
    select confirm_id, confirm_sent_to, confirmed_at from owner_requests where id = ${id}`;
  return row;
}
