import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { answerOwnerRequest } from "#lib/owner-requests/answer-owner-request";
import { takeOverOwnerRequest } from "#lib/owner-requests/take-over-owner-request";
import { withdrawOwnerRequest } from "#lib/owner-requests/withdraw-owner-request";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member } from "#tests/support/cast";
import { jobsOf } from "#tests/support/jobs";
import { caseEvents, latestCase, letterLink } from "#tests/support/owner-requests";
import { startTogether } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";
import { agent, ownerRequest } from "#tests/support/support-cast";

const withdrawal = (caseId: string, reason = "She stays after all") => ({
  ...{ requestId: randomUUID(), caseId, reason },
});
const takingOver = (caseId: string) => ({ requestId: randomUUID(), caseId });

test("who asked for a case withdraws it, and everybody is told", async () => {
  const cast = await buildCast();
  const { id, number } = await ownerRequest(cast.owner, cast.admin);
  const event = await withdrawOwnerRequest(await member(cast.admin), withdrawal(id));
  expect(event).toMatchObject({
    ...{ kind: "owner_request.withdrawn", userId: cast.owner.id },
    data: { caseNumber: number, reason: "She stays after all" },
  });
  expect(await latestCase(cast.accountId)).toMatchObject({
    ...{ state: "withdrawn", ended_by_user: cast.admin.id, end_reason: "She stays after all" },
  });
  expect(await jobsOf(cast.accountId)).toMatchObject([
    { task: "tell_of_request", payload: { requestId: id, news: "ended" } },
  ]);
});

test("another Owner objects and does not withdraw; once it is withdrawn another one can be opened", async () => {
  const cast = await buildCast();
  await sql`update users set is_owner = true where id = ${cast.admin2.id}`;
  const { id } = await ownerRequest(cast.owner, cast.admin);
  const other = await member(cast.admin2);
  await expectRefusal(() => withdrawOwnerRequest(other, withdrawal(id)), "case_of_another", {
    name: "Adam Aalto",
  });
  await withdrawOwnerRequest(await member(cast.admin), withdrawal(id));
  await ownerRequest(cast.owner, cast.admin);
  expect(await latestCase(cast.accountId)).toMatchObject({ state: "unverified" });
});

test("the Owner concerned goes around no lead: neither withdrawn, nor taken over to withdraw it then", async () => {
  const cast = await buildCast();
  const { id } = await ownerRequest(cast.owner, cast.admin);
  const concerned = await member(cast.owner);
  await expectRefusal(() => withdrawOwnerRequest(concerned, withdrawal(id)), "case_about_you");
  await sql`update users set status = 'inactive' where id = ${cast.admin.id}`;
  await expectRefusal(() => takeOverOwnerRequest(concerned, takingOver(id)), "case_about_you");
  await expectRefusal(() => withdrawOwnerRequest(concerned, withdrawal(id)), "case_about_you");
});

test("an Owner who asked about themselves withdraws that", async () => {
  const cast = await buildCast();
  const { id } = await ownerRequest(cast.owner, cast.owner, { successor: cast.admin2 });
  await withdrawOwnerRequest(await member(cast.owner), withdrawal(id));
  expect(await latestCase(cast.accountId)).toMatchObject({ state: "withdrawn" });
});

test("another admin, another account and nobody withdraw nothing", async () => {
  const cast = await buildCast();
  const { id } = await ownerRequest(cast.owner, cast.admin);
  const [admin, other, outsider, user] = await Promise.all(
    [cast.admin, cast.admin2, cast.outsider, cast.user].map(member),
  );
  if (!admin || !other || !outsider || !user) throw new Error("Somebody is missing.");
  await expectRefusal(() => withdrawOwnerRequest(other, withdrawal(id)), "case_of_another", {
    name: "Adam Aalto",
  });
  await expectRefusal(() => withdrawOwnerRequest(outsider, withdrawal(id)), "not_found");
  await expectRefusal(() => withdrawOwnerRequest(user, withdrawal(id)), "not_admin");
  await expectRefusal(() => withdrawOwnerRequest(admin, withdrawal(randomUUID())), "not_found");
});

test("the same form twice is one withdrawal, another one finds it over and when", async () => {
  const cast = await buildCast();
  const { id } = await ownerRequest(cast.owner, cast.admin);
  const admin = await member(cast.admin);
  const form = withdrawal(id);
  const results = await startTogether(cast.accountId, [
    () => withdrawOwnerRequest(admin, form),
    () => withdrawOwnerRequest(admin, form),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  expect(await caseEvents(cast.accountId)).toEqual(["owner_request.withdrawn"]);
  const row = await latestCase(cast.accountId);
  await expectRefusal(() => withdrawOwnerRequest(admin, withdrawal(id)), "case_ended", {
    at: row?.ended_at.toISOString(),
  });
});

test("a case that was carried out, or is over by time, is not withdrawn", async () => {
  const cast = await buildCast();
  const { id } = await ownerRequest(cast.owner, cast.admin);
  const admin = await member(cast.admin);
  await sql`
    update owner_requests set expires_at = now() - interval '1 minute' where id = ${id}`;
  await expectRefusal(() => withdrawOwnerRequest(admin, withdrawal(id)), "case_ended");
  await sql`update users set is_owner = true where id = ${cast.admin2.id}`;
  const next = await carriedOut(cast, id);
  await expectRefusal(() => withdrawOwnerRequest(admin, withdrawal(next)), "case_carried_out");
});

test("withdrawn and answered at once, both come to an end and neither is lost", async () => {
  for (let round = 0; round < 10; round++) {
    const cast = await buildCast();
    const { id } = await ownerRequest(cast.owner, cast.admin);
    const admin = await member(cast.admin);
    const link = await letterLink(cast.accountId, cast.owner);
    const [withdrawn, answered] = await startTogether<unknown>(cast.accountId, [
      () => withdrawOwnerRequest(admin, withdrawal(id)),
      () => answerOwnerRequest({ ...link, answer: "objected", words: "No" }),
    ]);
    expect(withdrawn?.status).toBe("fulfilled");
    if (answered?.status === "rejected") expect(answered.reason.code).toBe("letter_over");
    expect((await latestCase(cast.accountId))?.state).toBe("withdrawn");
    expect(await caseEvents(cast.accountId)).toEqual(
      answered?.status === "rejected"
        ? ["owner_request.withdrawn"]
        : ["owner_request.objected", "owner_request.withdrawn"],
    );
  }
});

test("once who asked is no admin any more, another admin takes the case over and it is verified anew", async () => {
  const cast = await buildCast();
  const { id, number } = await ownerRequest(cast.owner, cast.admin, { successor: cast.admin2 });
  const other = await member(cast.admin2);
  await sql`update users set role = 'user' where id = ${cast.admin.id}`;
  expect(await latestCase(cast.accountId)).toMatchObject({ lapse: "requester_no_admin" });
  const form = takingOver(id);
  const event = await takeOverOwnerRequest(other, form);
  expect(event).toMatchObject({
    ...{ kind: "owner_request.taken_over", actorId: cast.admin2.id, userId: cast.owner.id },
    data: { caseNumber: number, from: "Adam Aalto" },
  });
  const row = await latestCase(cast.accountId);
  expect(row).toMatchObject({
    ...{ requested_by: cast.admin2.id, requested_by_name: "Beatriz Braga", lapse: null },
    ...{ state: "unverified", verified_at: null },
  });
  expect((await takeOverOwnerRequest(other, form)).id).toBe(event.id);
  expect(await caseEvents(cast.accountId)).toEqual(["owner_request.taken_over"]);
});

test("a verification before that counts no more", async () => {
  const cast = await buildCast();
  const { id } = await ownerRequest(cast.owner, cast.admin, { successor: cast.admin2 });
  const { agentId } = await agent("agent");
  const other = await member(cast.admin2);
  await sql`
    update owner_requests set verified_at = now(), verified_by = ${agentId} where id = ${id}`;
  await sql`update users set status = 'inactive' where id = ${cast.admin.id}`;
  await takeOverOwnerRequest(other, takingOver(id));
  expect(await latestCase(cast.accountId)).toMatchObject({ state: "unverified", lapse: null });
});

test("nobody takes over one's own case, one whose asker is there, or one that is over", async () => {
  const cast = await buildCast();
  const { id } = await ownerRequest(cast.owner, cast.admin, { successor: cast.admin2 });
  const [admin, other, outsider] = [
    await member(cast.admin),
    await member(cast.admin2),
    await member(cast.outsider),
  ];
  await expectRefusal(() => takeOverOwnerRequest(admin, takingOver(id)), "case_not_yours");
  await expectRefusal(() => takeOverOwnerRequest(other, takingOver(id)), "case_requester_there", {
    name: "Adam Aalto",
  });
  await expectRefusal(() => takeOverOwnerRequest(outsider, takingOver(id)), "not_found");
  await sql`
    update owner_requests set ended_at = now(), outcome = 'refused' where id = ${id}`;
  await sql`update users set role = 'user' where id = ${cast.admin.id}`;
  await expectRefusal(() => takeOverOwnerRequest(other, takingOver(id)), "case_ended");
  await expectRefusal(() => takeOverOwnerRequest(admin, takingOver(id)), "not_admin");
});

test("of two admins who take it over at once, the second hears who has it", async () => {
  const cast = await buildCast();
  const { id } = await ownerRequest(cast.owner, cast.admin, { successor: cast.admin2 });
  await sql`update users set role = 'admin' where id = ${cast.user.id}`;
  const [one, other] = [await member(cast.user), await member(cast.admin2)];
  await sql`update users set role = 'user' where id = ${cast.admin.id}`;
  const results = await startTogether(cast.accountId, [
    () => takeOverOwnerRequest(one, takingOver(id)),
    () => takeOverOwnerRequest(other, takingOver(id)),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "case_requester_there" },
  });
});

/** As the console leaves it, around its use cases. */
async function carriedOut({ owner, admin }: Cast, before: string): Promise<string> {
  await sql`
    update owner_requests set ended_at = now(), outcome = 'expired' where id = ${before}`;
  const [one, other] = [await agent("agent"), await agent("technical")];
  const { id } = await ownerRequest(owner, admin, { waitsHours: -1 });
  await sql`
    update owner_requests set verified_at = now(), verified_by = ${one.agentId} where id = ${id}`;
  await sql`
    update owner_requests set expires_at = now() + interval '1 day' where id = ${id}`;
  await sql`
    update owner_requests set ended_at = now(), outcome = 'carried_out',
      ended_by_agent = ${other.agentId} where id = ${id}`;
  return id;
}
