import { expect, test } from "vitest";
import { carryOutCase } from "#lib/support/carry-out-case";
import { decideObjection } from "#lib/support/decide-objection";
import { verifyCase } from "#lib/support/verify-case";
import { inactivateUser } from "#lib/users/inactivate-user";
import { owner as sql } from "#tests/support/attempt";
import {
  adminsCase,
  cardHolderAsks,
  carryOut,
  form,
  inCase,
  logsOf,
  object,
  ownersOf,
  rowOf,
  setCase,
  verify,
} from "#tests/support/cases";
import { addUsers, buildCast, member } from "#tests/support/cast";
import { jobsOf } from "#tests/support/jobs";
import { expectRefusal } from "#tests/support/refused";
import { agent, ownerRequest } from "#tests/support/support-cast";

test("an agent verifies, another person carries it out: the successor is Owner, the former one an admin", async () => {
  const cast = await buildCast();
  const { request, rita, tom } = await adminsCase(cast);
  const caseNumber = request.number;
  await verify(rita);
  const event = await carryOut(tom);
  expect(event).toMatchObject({
    kind: "owner_request.carried_out",
    actorName: "Tom Tanaka of support",
    userName: "Olivia Okafor",
    data: { caseNumber, verifiedBy: "Rita Reed", successor: "Beatriz Braga" },
  });
  expect(await ownersOf(cast.accountId)).toEqual(["Beatriz Braga"]);
  const [former] = await sql`select role, status from users where id = ${cast.owner.id}`;
  expect(former).toEqual({ role: "admin", status: "active" });
  expect(await rowOf(tom)).toMatchObject({ state: "carried_out", ended_by_agent: tom.agentId });

  const { inAccount, inConsole } = await logsOf(cast.accountId);
  expect(inAccount.map(({ kind, by, about }) => [kind, by, about])).toEqual([
    ["owner_request.verified", "Rita Reed of support", "Olivia Okafor"],
    ["owner_request.carried_out", "Tom Tanaka of support", "Olivia Okafor"],
  ]);
  expect(inConsole).toMatchObject([
    { kind: "owner_request.verified", by: "Rita Reed", number: String(caseNumber) },
    { kind: "owner_request.carried_out", by: "Tom Tanaka", number: String(caseNumber) },
  ]);
  expect(await jobsOf(cast.accountId)).toMatchObject([
    { task: "tell_of_request", payload: { requestId: request.id, news: "ended" } },
  ]);
});

test("afterwards an admin of the account makes the former Owner inactive", async () => {
  const cast = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  await verify(rita);
  await carryOut(tom);
  const sheet = { contacts: "leave" as const, successorIds: [], reason: "", ...form() };
  await inactivateUser(await member(cast.admin), { ...sheet, userId: cast.owner.id });
  const [former] = await sql`select status, is_owner from users where id = ${cast.owner.id}`;
  expect(former).toEqual({ status: "inactive", is_owner: false });
});

test("where another Owner stays, a named successor becomes none", async () => {
  const cast = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  await sql`update users set is_owner = true where id = ${cast.admin.id}`;
  await verify(rita);
  expect((await carryOut(tom)).data).toEqual({
    caseNumber: expect.any(Number),
    verifiedBy: "Rita Reed",
  });
  expect(await ownersOf(cast.accountId)).toEqual(["Adam Aalto"]);
});

test("a form sent twice is carried out once, and shows the first result", async () => {
  const cast = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  await verify(rita);
  const input = form();
  const event = await carryOutCase(tom, input);
  expect(await carryOutCase(tom, input)).toEqual(event);
  expect(await jobsOf(cast.accountId)).toHaveLength(1);
  await expectRefusal(() => verifyCase(tom, { ...input, reason: "x" }), "not_your_role");
  await expectRefusal(() => carryOut(tom), "case_carried_out", { by: "Tom Tanaka" });
});

test("never by who verified it, whatever role they have by then", async () => {
  const cast = await buildCast();
  const { rita } = await adminsCase(cast);
  await verify(rita);
  await expectRefusal(() => carryOut(rita), "not_your_role");
  await sql`update support_agents set role = 'technical' where id = ${rita.agentId}`;
  await expectRefusal(() => carryOut({ ...rita, role: "technical" }), "case_four_eyes");
});

test("nor by a role that the agent had when the page was shown and has no more", async () => {
  const cast = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  await verify(rita);
  await sql`update support_agents set role = 'agent' where id = ${tom.agentId}`;
  await expectRefusal(() => carryOut(tom), "not_your_role");
  await sql`update support_agents set status = 'inactive' where id = ${tom.agentId}`;
  await expectRefusal(() => carryOut(tom), "not_signed_in");
});

test("an agent and a lead do not carry out, and who is technical or lead does not verify", async () => {
  const cast = await buildCast();
  const { rita, tom, lea } = await adminsCase(cast);
  for (const who of [tom, lea]) await expectRefusal(() => verify(who), "not_your_role");
  await verify(rita);
  for (const who of [rita, lea]) await expectRefusal(() => carryOut(who), "not_your_role");
});

test("not before it is verified, nor while the waiting time runs, which an agreement ends", async () => {
  const cast = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  await expectRefusal(() => carryOut(tom), "case_not_verified");
  await verify(rita);
  const until = new Date(Date.now() + 3_600_000);
  await setCase(tom, { waits_until: until });
  await expectRefusal(() => carryOut(tom), "case_waits", { at: until.toISOString() });
  await sql`
    update owner_request_letters set answer = 'agreed'
    where account_id = ${cast.accountId} and user_id = ${cast.owner.id}`;
  await carryOut(tom);
  expect(await ownersOf(cast.accountId)).toEqual(["Beatriz Braga"]);
});

test("an objection stops it until a lead has decided, and a later one stops it again", async () => {
  const cast = await buildCast();
  await sql`update users set is_owner = true where id = ${cast.admin2.id}`;
  const request = await ownerRequest(cast.owner, cast.admin, { waitsHours: -1 });
  const [rita, tom, lea] = [
    await inCase(await agent("agent"), cast, request),
    await inCase(await agent("technical"), cast, request),
    await inCase(await agent("lead", "Lea Lund"), cast, request),
  ];
  await verify(rita);
  const decide = async () =>
    decideObjection(lea, {
      ...form(),
      reason: "They are gone.",
      objectedAt: ((await rowOf(lea)).objected_at as Date).toISOString(),
    });
  await object(cast.owner);
  await expectRefusal(() => carryOut(tom), "case_objected", { by: "Olivia Okafor" });
  const event = await decide();
  expect(event).toMatchObject({
    kind: "owner_request.objection_overruled",
    data: { objectedBy: "Olivia Okafor", reason: "They are gone." },
  });
  await expectRefusal(
    () => decideObjection(lea, { ...form(), reason: "x", objectedAt: new Date().toISOString() }),
    "case_no_objection",
  );
  await object(cast.admin2);
  await expectRefusal(() => carryOut(tom), "case_objected", { by: "Beatriz Braga" });
  await decide();
  await carryOut(tom);
  expect(await ownersOf(cast.accountId)).toEqual(["Beatriz Braga"]);
});

test("a lead decides about the objection that was read, and nobody else decides", async () => {
  const cast = await buildCast();
  const { rita, tom, lea } = await adminsCase(cast);
  await object(cast.owner);
  const objectedAt = ((await rowOf(lea)).objected_at as Date).toISOString();
  const input = { reason: "They are gone.", objectedAt };
  for (const who of [rita, tom]) {
    await expectRefusal(() => decideObjection(who, { ...form(), ...input }), "not_your_role");
  }
  const older = new Date(Date.parse(objectedAt) - 1000).toISOString();
  await expectRefusal(
    () => decideObjection(lea, { ...form(), ...input, objectedAt: older }),
    "case_changed",
  );
  await expectRefusal(() => verify(rita), "case_objected");
});

test("the last Owner goes only with a successor who is there, an admin, and has signed in", async () => {
  const cast = await buildCast();
  const request = await ownerRequest(cast.owner, cast.admin, { waitsHours: -1 });
  const rita = await inCase(await agent("agent"), cast, request);
  const unnamed = { name: "Olivia Okafor" };
  await expectRefusal(() => verify(rita), "case_successor_missing", unnamed);

  const other = await buildCast();
  const { rita: ruth, tom } = await adminsCase(other);
  await verify(ruth);
  const unfit = { successor: "Beatriz Braga" };
  const change = (set: object) => sql`update users set ${sql(set)} where id = ${other.admin2.id}`;
  for (const [worse, better] of [
    [{ status: "inactive" }, { status: "active" }],
    [{ role: "user" }, { role: "admin" }],
    [{ last_sign_in_at: null }, { last_sign_in_at: new Date() }],
  ] as const) {
    await change(worse);
    await expectRefusal(() => carryOut(tom), "case_successor_unfit", unfit);
    await change(better);
  }
  await carryOut(tom);
});

test("an Owner who is the card holder goes only if the card holder asks", async () => {
  const cast = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  await sql`update accounts set card_holder_user_id = ${cast.owner.id} where id = ${cast.accountId}`;
  await expectRefusal(() => verify(rita), "case_card_holder_asks", { name: "Olivia Okafor" });
  await cardHolderAsks(rita);
  await verify(rita);
  await carryOut(tom);
  expect(await ownersOf(cast.accountId)).toEqual(["Beatriz Braga"]);
});

test("once who asked is inactive or no admin, it has to be verified anew for another admin", async () => {
  for (const [change, lapse] of [
    [{ status: "inactive" }, "requester_inactive"],
    [{ role: "user" }, "requester_no_admin"],
  ] as const) {
    const cast = await buildCast();
    const { rita, tom } = await adminsCase(cast);
    await verify(rita);
    await sql`update users set ${sql(change)} where id = ${cast.admin.id}`;
    expect(await rowOf(tom)).toMatchObject({ lapse, state: "unverified", verified_by: null });
    const gone = { name: "Adam Aalto" };
    await expectRefusal(() => carryOut(tom), "case_requester_gone", gone);
    await expectRefusal(() => verify(rita), "case_requester_gone", gone);

    const [another] = await addUsers(cast.accountId, "Carla Cruz");
    await sql`update users set role = 'admin' where id = ${another?.id ?? ""}`;
    await setCase(rita, { requested_by: another?.id ?? "", requested_by_name: "Carla Cruz" });
    await expectRefusal(() => carryOut(tom), "case_not_verified");
    await verify(rita);
    await carryOut(tom);
    expect(await ownersOf(cast.accountId)).toEqual(["Beatriz Braga"]);
  }
});

test("a case whose Owner was relieved meanwhile is neither verified nor carried out", async () => {
  const cast = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  await verify(rita);
  await sql`update users set is_owner = true where id = ${cast.admin2.id}`;
  await sql`update users set is_owner = false where id = ${cast.owner.id}`;
  const relieved = { name: "Olivia Okafor" };
  await expectRefusal(() => carryOut(tom), "case_not_owner", relieved);
});

test("after thirty days nothing is done in it any more", async () => {
  const cast = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  await verify(rita);
  await setCase(tom, { expires_at: new Date(Date.now() - 1000) });
  await expectRefusal(() => carryOut(tom), "case_ends_now");
  await expectRefusal(() => verify(rita), "case_ends_now");
});

test("who looks into one account does nothing in another's case", async () => {
  const cast = await buildCast();
  const other = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  const { rita: ruth, tom: tim } = await adminsCase(other);
  await verify(ruth);
  await expectRefusal(() => verify({ ...rita, requestId: ruth.requestId }), "not_found");
  await expectRefusal(() => carryOut({ ...tom, requestId: ruth.requestId }), "not_found");
  const foreign = { ...tom, requestId: tim.requestId, accountId: other.accountId };
  await expectRefusal(() => carryOut(foreign), "look_over");
});

test("a sign-in that has ended lets nobody do anything", async () => {
  const cast = await buildCast();
  const { rita } = await adminsCase(cast);
  await sql`update support_sessions set ended_at = now(), end_reason = 'signed_out'
    where id = ${rita.sessionId}`;
  await expectRefusal(() => verify(rita), "not_signed_in");
});
