import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { LookingAgent } from "#lib/actor";
import { tellOfRequest } from "#lib/owner-requests/tell-of-request";
import { carryOutCase } from "#lib/support/carry-out-case";
import { proposeRescue } from "#lib/support/propose-rescue";
import { getRescuePage } from "#lib/support/rescue-page";
import { attempt, fingerprint, owner as sql } from "#tests/support/attempt";
import { form, inCase } from "#tests/support/cases";
import { addUsers, type Cast, type Person, startSession } from "#tests/support/cast";
import { jobsOf, mailsOf } from "#tests/support/jobs";
import { leftAlone, onlyLeads } from "#tests/support/rescues";
import { agent, hasSignedIn, lookInto } from "#tests/support/support-cast";

let cast: Cast;
let lena: LookingAgent;

beforeEach(async () => {
  cast = await leftAlone();
  lena = await lookInto(await agent("lead", "Lena Lang"), cast);
});

test("every active user and the billing address are told at once, and nothing has changed yet", async () => {
  const event = await proposeRescue(lena, input(cast.user));
  const { caseNumber } = event.data;
  expect(event).toMatchObject({
    kind: "rescue.proposed",
    actorName: "Lena Lang of support",
    userName: cast.user.name,
    data: { reason: "Nobody answers", letters: 6 },
  });
  const [user] = await sql`select role, is_owner from users where id = ${cast.user.id}`;
  expect(user).toEqual({ role: "user", is_owner: false });

  const [job] = await jobsOf(cast.accountId);
  expect(job).toMatchObject({ task: "tell_of_request", payload: { news: "begun" } });
  const requestId = String(job?.payload.requestId);
  await tellOfRequest({ accountId: cast.accountId, requestId, news: "begun" });
  const mails = await mailsOf(cast.accountId);
  expect(mails.map(({ kind }) => kind)).toEqual(Array(6).fill("rescue_told"));
  expect(mails.map(({ userId, address }) => userId ?? address).toSorted()).toEqual(
    [
      ...[cast.owner, cast.admin, cast.admin2, cast.user, cast.successor].map(({ id }) => id),
      "billing@payer.example",
    ].toSorted(),
  );
  expect(new Set(mails.map(({ data }) => data.letterId)).size).toBe(6);
  const [line] = await sql`
    select agent_name, request_number from support_events
    where kind = 'rescue.proposed' and account_id = ${cast.accountId}`;
  expect(line).toEqual({ agent_name: "Lena Lang", request_number: String(caseNumber) });
});

test("the same form sent again, also at once, is one proposal", async () => {
  const once = input(cast.user);
  const [first, second] = await Promise.all([proposeRescue(lena, once), proposeRescue(lena, once)]);
  expect(second.data).toEqual(first.data);
  expect(await countCases()).toBe(1);
});

test("of two leads who propose at once one does", async () => {
  const lars = await lookInto(await agent("lead"), cast);
  await hasSignedIn(cast.successor);
  const results = await Promise.allSettled([
    proposeRescue(lena, input(cast.user)),
    proposeRescue(lars, input(cast.successor)),
  ]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const refused = results.find((result) => result.status === "rejected");
  expect(refused?.reason).toMatchObject({ code: "rescue_proposed_already" });
  expect(await countCases()).toBe(1);
});

describe("nothing is proposed", () => {
  test("by an agent or a technical one, or once the sign-in is over", async () => {
    for (const role of ["agent", "technical"] as const) {
      await refused("not_your_role", cast.user, await lookInto(await agent(role), cast));
    }
    await sql`
      update support_sessions set ended_at = now(), end_reason = 'signed_out'
      where id = ${lena.sessionId}`;
    await refused("not_signed_in", cast.user);
  });

  test("where an admin is active", async () => {
    await sql`update users set role = 'admin' where id = ${cast.admin.id}`;
    await refused("case_somebody_there", cast.user);
  });

  test("for who never signed in, is inactive, an Owner, or of another account", async () => {
    for (const person of [cast.successor, cast.inactive, cast.owner]) {
      await refused("rescue_successor_unfit", person);
    }
    await refused("not_found", cast.outsider);
  });
});

test("with two leads the other carries it out at once, and who proposed it never", async () => {
  const { data } = await proposeRescue(lena, input(cast.user));
  await onlyLeads(lena);
  const lars = await agent("lead", "Lars Lund");
  const request = { id: await caseId(), number: data.caseNumber };
  await expect(carryOutCase(await inCase(lena, cast, request), form())).rejects.toMatchObject({
    code: "case_two_leads",
  });
  await carryOutCase(await inCase(lars, cast, request), form());
  const [user] = await sql`select role, is_owner from users where id = ${cast.user.id}`;
  expect(user).toEqual({ role: "admin", is_owner: true });
});

test("the only lead waits 72 hours", async () => {
  const { data } = await proposeRescue(lena, input(cast.user));
  await onlyLeads(lena);
  const request = { id: await caseId(), number: data.caseNumber };
  const actor = await inCase(lena, cast, request);
  await expect(carryOutCase(actor, form())).rejects.toMatchObject({ code: "case_two_leads" });
  await sql`
    update owner_requests set begun_at = begun_at - interval '72 hours' where id = ${request.id}`;
  await carryOutCase(actor, form());
});

describe("the page", () => {
  test("says who was there last, who could be made an Owner, and who else is a lead", async () => {
    await onlyLeads(lena);
    await hasSignedIn(cast.owner, cast.admin);
    const page = await getRescuePage(lena, "");
    expect(page).toMatchObject({ whyNot: null, leads: [], activeUsers: 5, ownerWasThere: true });
    expect(page.owners.map(({ id }) => id)).toEqual([cast.owner.id]);
    expect(page.candidates.shown.map(({ id }) => id)).toEqual([cast.admin.id, cast.user.id]);
    await agent("lead", "Lars Lund");
    expect(await getRescuePage(lena, "")).toMatchObject({ leads: ["Lars Lund"] });
  });

  test("says that it does not apply, where somebody can act or it is proposed already", async () => {
    await sql`update users set role = 'admin' where id = ${cast.admin.id}`;
    const page = await getRescuePage(lena, "");
    expect(page).toMatchObject({ whyNot: "case_somebody_there", activeAdmins: 1 });
    expect(page.admins.map(({ name }) => name)).toEqual([cast.admin.name]);
    await sql`update users set role = 'user' where id = ${cast.admin.id}`;
    const { data } = await proposeRescue(lena, input(cast.user));
    expect(await getRescuePage(lena, "")).toMatchObject({
      whyNot: "rescue_proposed_already",
      openCase: data.caseNumber,
    });
  });

  test("tells of an Owner who went on in a sign-in of long ago, as one who can be reached", async () => {
    const session = await startSession(cast.owner);
    await sql`
      update users set last_sign_in_at = now() - interval '20 days' where id = ${cast.owner.id}`;
    await sql`
      update sessions set last_used_at = now() - interval '20 days' where id = ${session}`;
    expect(await getRescuePage(lena, "")).toMatchObject({ ownerWasThere: false });
    await attempt("app", cast.accountId, (tx) => {
      return tx`update sessions set last_used_at = now() where id = ${session}`;
    });
    expect(await getRescuePage(lena, "")).toMatchObject({ ownerWasThere: true });
  });

  test("in a large account finds whom one looks for", async () => {
    await sql`update accounts set seats_total = 100 where id = ${cast.accountId}`;
    const names = Array.from({ length: 51 }, (_, n) => `Many Number${n}`);
    await hasSignedIn(...(await addUsers(cast.accountId, ...names)));
    const { shown, hasMore } = (await getRescuePage(lena, "")).candidates;
    expect([shown.length, hasMore]).toEqual([50, true]);
    const found = (await getRescuePage(lena, "ullman")).candidates;
    expect(found).toMatchObject({ shown: [{ id: cast.user.id }], hasMore: false });
  });
});

function input({ id }: Person) {
  return {
    requestId: randomUUID(),
    account: cast.accountId,
    userId: id,
    reason: "Nobody answers",
  };
}

async function refused(code: string, person: Person, who = lena): Promise<void> {
  const before = await fingerprint();
  await expect(proposeRescue(who, input(person))).rejects.toMatchObject({ code });
  expect(await fingerprint()).toEqual(before);
}

async function caseId(): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select id from owner_requests where account_id = ${cast.accountId}`;
  return row?.id ?? "";
}

async function countCases(): Promise<number> {
  return (await sql`select from owner_requests where account_id = ${cast.accountId}`).length;
}
