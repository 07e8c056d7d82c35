import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { answerOwnerRequest } from "#lib/owner-requests/answer-owner-request";
import { getOwnerRequestPage } from "#lib/owner-requests/owner-request-page";
import { requestOwnerRemoval } from "#lib/owner-requests/request-owner-removal";
import { withdrawOwnerRequest } from "#lib/owner-requests/withdraw-owner-request";
import { owner as sql } from "#tests/support/attempt";
import { addUsers, buildCast, type Cast, member } from "#tests/support/cast";
import { letterLink, removalOf, reopen } from "#tests/support/owner-requests";
import { agent, ownerRequest } from "#tests/support/support-cast";

const nothing = { done: undefined, colleague: "" };

async function pageOf(cast: Cast, who: "owner" | "admin" | "admin2" | "outsider" = "admin") {
  return getOwnerRequestPage(await member(cast[who]), nothing);
}

test("it offers the Owners, and those who could follow: active admins who have signed in", async () => {
  const cast = await buildCast();
  const page = await pageOf(cast);
  expect(page.owners).toEqual([
    {
      ...{ id: cast.owner.id, name: "Olivia Okafor", email: cast.owner.email },
      ...{ isKept: false, openCase: null, canBeAskedAbout: true },
    },
  ]);
  // The admin who looks has signed in, the other one never has.
  expect(page.successors.shown.map(({ name }) => name)).toEqual(["Adam Aalto"]);
  expect(page.hours).toBe(24);
  expect(page.waitsUntil.getTime() - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
});

test("whoever has an open case, or is the card holder, is not asked about again", async () => {
  const cast = await buildCast();
  await sql`update users set is_owner = true where id = ${cast.admin2.id}`;
  const { number } = await ownerRequest(cast.owner, cast.admin);
  await sql`
    update accounts set card_holder_user_id = ${cast.admin2.id} where id = ${cast.accountId}`;
  expect((await pageOf(cast)).owners).toMatchObject([
    { name: "Beatriz Braga", isKept: true, canBeAskedAbout: false },
    { name: "Olivia Okafor", openCase: number, canBeAskedAbout: false },
  ]);
  // Who holds the card is the one who may ask about themselves.
  expect((await pageOf(cast, "admin2")).owners).toMatchObject([
    { name: "Beatriz Braga", isKept: false, canBeAskedAbout: true },
    { name: "Olivia Okafor", canBeAskedAbout: false },
  ]);
});

test("in an account of many admins those whom a search finds are offered", async () => {
  const cast = await buildCast({ seatsTotal: 200 });
  const names = Array.from({ length: 101 }, (_, n) => `Admin ${String(n).padStart(3, "0")}`);
  const people = await addUsers(cast.accountId, ...names);
  await sql`
    update users set role = 'admin', last_sign_in_at = now()
    where account_id = ${cast.accountId} and id = any (${people.map(({ id }) => id)})`;
  const all = await pageOf(cast);
  expect([all.successors.shown.length, all.successors.hasMore]).toEqual([100, true]);
  const found = await getOwnerRequestPage(await member(cast.admin), {
    ...nothing,
    colleague: "admin 100",
  });
  expect(found.successors.shown.map(({ name }) => name)).toEqual(["Admin 100"]);
});

test("a case shows its steps in order, with the names of support's people, and its own account's alone", async () => {
  const cast = await buildCast();
  const event = await requestOwnerRemoval(
    await member(cast.admin),
    removalOf(cast.owner, { successorId: cast.admin.id }),
  );
  const { caseNumber } = event.data;
  await sql`
    insert into audit_events (account_id, kind, actor_kind, actor_id, actor_name, user_id, user_name, data)
    values (${cast.accountId}, 'owner_request.verified', 'agent', ${randomUUID()},
      'Rita Reyes of support', ${cast.owner.id}, 'Olivia Okafor',
      ${sql.json({ caseNumber, reason: "Spoke with both" })})`;
  const [request] = (await pageOf(cast)).cases;
  expect(request?.steps.map(({ kind, actorName }) => [kind, actorName])).toEqual([
    ["owner_request.opened", "Adam Aalto"],
    ["owner_request.verified", "Rita Reyes of support"],
  ]);
  expect(request).toMatchObject({
    number: caseNumber,
    state: "unverified",
    successorId: cast.admin.id,
  });
  expect((await pageOf(cast, "outsider")).cases).toEqual([]);
});

test("what was just done is shown from the log, and no other event by its id", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const event = await requestOwnerRemoval(
    admin,
    removalOf(cast.owner, { successorId: cast.admin.id }),
  );
  const shown = await getOwnerRequestPage(admin, { ...nothing, done: event.id });
  expect(shown.done?.kind).toBe("owner_request.opened");
  const [other] = await sql<{ id: string }[]>`
    insert into audit_events (account_id, kind, actor_kind, actor_name, data)
    values (${cast.accountId}, 'user.signed_out', 'system', 'Handover', '{}') returning id`;
  for (const done of [other?.id, randomUUID()]) {
    expect((await getOwnerRequestPage(admin, { ...nothing, done })).done).toBeNull();
  }
  const outsider = await member(cast.outsider);
  expect((await getOwnerRequestPage(outsider, { ...nothing, done: event.id })).done).toBeNull();
});

test("each is offered what they can do, and an Owner the way to their own letter", async () => {
  const cast = await buildCast();
  await sql`update users set is_owner = true where id = ${cast.admin2.id}`;
  const { id } = await openCase(cast);
  const { accountId } = cast;
  const own = await letterLink(accountId, cast.owner);
  const others = await letterLink(accountId, cast.admin2);
  const offered = async (who: "owner" | "admin" | "admin2") => {
    const [request] = (await pageOf(cast, who)).cases;
    return [request?.canWithdraw, request?.canTakeOver, request?.answer];
  };
  const path = ({ token }: { token: string }) => `/answer-owner-request/${accountId}/${token}`;
  expect(await offered("admin")).toEqual([true, false, null]);
  expect(await offered("owner")).toEqual([false, false, { path: path(own), canAgree: true }]);
  expect(await offered("admin2")).toEqual([false, false, { path: path(others), canAgree: false }]);

  await answerOwnerRequest({ ...others, answer: "objected", words: "" });
  expect(await offered("admin2")).toEqual([false, false, null]);
  await reopen(id);
  const anew = await letterLink(accountId, cast.admin2);
  expect(await offered("admin2")).toEqual([false, false, { path: path(anew), canAgree: false }]);
});

test("once who asked is gone, another admin is offered to take it over", async () => {
  const cast = await buildCast();
  await openCase(cast);
  await sql`update users set status = 'inactive' where id = ${cast.admin.id}`;
  const [request] = (await pageOf(cast, "admin2")).cases;
  expect(request).toMatchObject({
    ...{ obstacle: "requester_gone", lapse: "requester_inactive" },
    ...{ canTakeOver: true, canWithdraw: false },
  });
  expect((await pageOf(cast, "owner")).cases[0]).toMatchObject({
    ...{ canTakeOver: false, canWithdraw: false },
  });
});

test("a case that was carried out leads to the row, until the person is inactive or an Owner again", async () => {
  const cast = await buildCast();
  await sql`update users set is_owner = true where id = ${cast.admin2.id}`;
  const { id } = await openCase(cast);
  const [one, other] = [await agent("agent"), await agent("technical")];
  await sql`
    update owner_requests set verified_at = now(), verified_by = ${one.agentId},
      agreed_at = now() where id = ${id}`;
  await sql`
    update owner_requests set ended_at = now(), outcome = 'carried_out',
      ended_by_agent = ${other.agentId} where id = ${id}`;
  const [request] = (await pageOf(cast)).cases;
  expect(request).toMatchObject({
    ...{ state: "carried_out", canWithdraw: false, canTakeOver: false, answer: null },
    inactivable: { name: "Olivia Okafor", email: cast.owner.email },
  });
  await sql`update users set status = 'inactive' where id = ${cast.owner.id}`;
  expect((await pageOf(cast)).cases[0]?.inactivable).toBeNull();
});

test("an ended case offers nothing, and the Owner can be asked about again", async () => {
  const cast = await buildCast();
  const { id } = await openCase(cast);
  const admin = await member(cast.admin);
  const form = { requestId: randomUUID(), caseId: id, reason: "A mistake" };
  await withdrawOwnerRequest(admin, form);
  const page = await pageOf(cast, "owner");
  expect(page.cases[0]).toMatchObject({
    ...{ outcome: "withdrawn", answer: null, canWithdraw: false, inactivable: null },
  });
  expect(page.owners[0]).toMatchObject({ openCase: null, canBeAskedAbout: true });
});

/** About Olivia, asked for by Adam. */
async function openCase({ owner, admin, admin2 }: Cast): Promise<{ id: string }> {
  const { id } = await ownerRequest(owner, admin, { successor: admin2 });
  await sql`update owner_requests set expires_at = now() + interval '30 days' where id = ${id}`;
  return { id };
}
