import { expect, test } from "vitest";
import { askCardHolder } from "#lib/support/ask-card-holder";
import { assignCase } from "#lib/support/assign-case";
import { carryOutCase } from "#lib/support/carry-out-case";
import { nameSuccessor } from "#lib/support/name-successor";
import { noteInCase } from "#lib/support/note-in-case";
import { refuseCase } from "#lib/support/refuse-case";
import { reopenCase } from "#lib/support/reopen-case";
import { owner as sql } from "#tests/support/attempt";
import {
  adminsCase,
  carryOut,
  form,
  inCase,
  logsOf,
  object,
  ownersOf,
  rowOf,
  setCase,
  stated,
  verify,
} from "#tests/support/cases";
import { buildCast } from "#tests/support/cast";
import { jobsOf } from "#tests/support/jobs";
import { expectRefusal } from "#tests/support/refused";
import { agent, hasSignedIn, ownerRequest } from "#tests/support/support-cast";

const reason = "The admin could not be reached.";

test("whoever works on it gives a case to a colleague or back to the queue", async () => {
  const cast = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  const event = await assignCase(tom, { ...form(), agentId: rita.agentId });
  expect(event.data).toMatchObject({ to: "Rita Reed" });
  expect(await rowOf(tom)).toMatchObject({ assigned_to: rita.agentId });
  await assignCase(rita, form());
  expect(await rowOf(tom)).toMatchObject({ assigned_to: null });
  await sql`update support_agents set status = 'inactive' where id = ${tom.agentId}`;
  await expectRefusal(
    () => assignCase(rita, { ...form(), agentId: tom.agentId }),
    "agent_inactive",
    { name: "Tom Tanaka" },
  );
  await expectRefusal(() => assignCase(rita, { ...form(), agentId: cast.admin.id }), "not_found");
});

test("a note is kept once, for support alone, also when the case has ended", async () => {
  const cast = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  await verify(rita);
  await carryOut(tom);
  const input = { ...form(), body: "They called once more to say thanks." };
  expect(await noteInCase(rita, input)).toBe(true);
  expect(await noteInCase(rita, input)).toBe(false);
  expect(await sql`select agent_id, body from owner_request_notes`).toEqual([
    { agent_id: rita.agentId, body: input.body },
  ]);
  const { inAccount, inConsole } = await logsOf(cast.accountId);
  expect(JSON.stringify(inAccount)).not.toContain("note");
  expect(inConsole.at(-1)).toMatchObject({ kind: "case.noted", by: "Rita Reed" });
  await expectRefusal(() => noteInCase(tom, input), "request_reused");
});

test("of another successor Owners are told anew, have their time anew, and it is verified anew", async () => {
  const cast = await buildCast();
  const { request, rita, tom } = await adminsCase(cast);
  await hasSignedIn(cast.admin);
  await verify(rita);
  const event = await nameSuccessor(rita, { ...form(), successorId: cast.admin.id });
  expect(event.data).toMatchObject({ successor: "Adam Aalto" });
  expect((await jobsOf(cast.accountId)).at(-1)).toMatchObject({
    payload: { requestId: request.id, news: "begun" },
  });
  await expectRefusal(() => carryOut(tom), "case_not_verified");
  await verify(rita);
  await expectRefusal(() => carryOut(tom), "case_waits");
  await object(cast.owner);
  await expectRefusal(() => carryOut(tom), "case_objected");
});

test("agreed to with one successor is not agreed to with another, and the same one tells nobody", async () => {
  const cast = await buildCast();
  const { rita } = await adminsCase(cast);
  await hasSignedIn(cast.admin);
  const agreed = new Date("2026-01-01");
  await setCase(rita, { agreed_at: agreed });
  await nameSuccessor(rita, { ...form(), successorId: cast.admin2.id });
  expect(await rowOf(rita)).toMatchObject({ agreed_at: agreed });
  expect(await jobsOf(cast.accountId)).toEqual([]);
  await nameSuccessor(rita, { ...form(), successorId: cast.admin.id });
  expect(await rowOf(rita)).toMatchObject({ agreed_at: null });
});

test("what the waiting time has passed for is carried out with the successor whom Owners know", async () => {
  const cast = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  await hasSignedIn(cast.admin);
  await nameSuccessor(rita, { ...form(), successorId: cast.admin.id });
  await verify(rita);
  await setCase(rita, { waits_until: new Date("2026-01-01") });
  await carryOut(tom);
  expect(await ownersOf(cast.accountId)).toEqual(["Adam Aalto"]);
});

test("nobody unfit is named, and nobody elsewhere, nor by another role", async () => {
  const cast = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  const name = (who: typeof rita, { id }: { id: string }) =>
    nameSuccessor(who, { ...form(), successorId: id });
  // The admin has never signed in.
  for (const person of [cast.owner, cast.admin, cast.user, cast.inactive]) {
    const facts = { successor: person.name };
    await expectRefusal(() => name(rita, person), "case_successor_unfit", facts);
  }
  await expectRefusal(() => name(rita, cast.outsider), "not_found");
  await expectRefusal(() => name(tom, cast.admin2), "not_your_role");
});

test("a refused case changes nobody, everybody is told, and it goes no further", async () => {
  const cast = await buildCast();
  const { request, rita, tom, lea } = await adminsCase(cast);
  await verify(rita);
  const event = await refuseCase(tom, { ...form(), reason });
  expect(event).toMatchObject({ kind: "owner_request.refused", data: { reason } });
  expect(await rowOf(tom)).toMatchObject({ state: "refused", end_reason: reason });
  expect(await ownersOf(cast.accountId)).toEqual(["Olivia Okafor"]);
  expect(await jobsOf(cast.accountId)).toMatchObject([
    { payload: { requestId: request.id, news: "ended" } },
  ]);
  const ended = { by: "Tom Tanaka" };
  await expectRefusal(() => carryOutCase(tom, form()), "case_ended", ended);
  await expectRefusal(() => verify(rita), "case_ended", ended);
  await expectRefusal(() => refuseCase(lea, { ...form(), reason }), "case_ended", ended);
  await expectRefusal(() => assignCase(lea, form()), "case_ended", ended);
});

test("reopened, Owners are told anew, the waiting time runs anew, and nothing of before counts", async () => {
  const cast = await buildCast();
  const { request, rita, tom, lea } = await adminsCase(cast);
  await askCardHolder(rita, { ...form(), ...stated });
  await object(cast.owner);
  await refuseCase(lea, { ...form(), reason });
  const event = await reopenCase(tom, { ...form(), reason: "They called again." });
  expect(event).toMatchObject({ kind: "owner_request.reopened" });
  const row = await rowOf(rita);
  expect(row).toMatchObject({
    state: "unverified",
    objected_at: null,
    confirm_asked_at: null,
    called_back_at: null,
    end_reason: "",
  });
  expect((row.waits_until as Date).getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000);
  const letters = await sql`
    select user_id from owner_request_letters l
    where l.account_id = ${cast.accountId} order by told_at`;
  expect(letters).toEqual([{ user_id: cast.owner.id }, { user_id: cast.owner.id }]);
  expect((await jobsOf(cast.accountId)).at(-1)).toMatchObject({
    payload: { requestId: request.id, news: "begun" },
  });
  await expectRefusal(() => reopenCase(tom, { ...form(), reason }), "case_open");
});

test("what was carried out, ended long ago, or is about nobody any more is not reopened", async () => {
  const cast = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  await verify(rita);
  await carryOut(tom);
  const reopen = (who: typeof rita) => () => reopenCase(who, { ...form(), reason });
  await expectRefusal(reopen(rita), "case_carried_out", { by: "Tom Tanaka" });

  const other = await buildCast();
  const { rita: ruth } = await adminsCase(other);
  await refuseCase(ruth, { ...form(), reason });
  const ended = (await rowOf(ruth)).ended_at as Date;
  await setCase(ruth, { ended_at: new Date(ended.getTime() - 31 * 86_400_000) });
  await expectRefusal(reopen(ruth), "case_ended_long_ago");
  await setCase(ruth, { ended_at: ended });
  await sql`update users set is_owner = true where id = ${other.admin2.id}`;
  await sql`update users set is_owner = false where id = ${other.owner.id}`;
  await expectRefusal(reopen(ruth), "case_not_owner", { name: "Olivia Okafor" });
});

test("nor where another case about the same Owner is open", async () => {
  const cast = await buildCast();
  const { rita } = await adminsCase(cast);
  await refuseCase(rita, { ...form(), reason });
  await ownerRequest(cast.owner, cast.admin);
  await expectRefusal(() => reopenCase(rita, { ...form(), reason }), "case_open_already", {
    name: "Olivia Okafor",
  });
});

test("an agent's colleague of the same role reads who verified it first", async () => {
  const cast = await buildCast();
  const { request, rita } = await adminsCase(cast);
  await verify(rita);
  const ralf = await inCase(await agent("agent", "Ralf Roth"), cast, request);
  await expectRefusal(() => verify(ralf), "case_verified_already", { by: "Rita Reed" });
});
