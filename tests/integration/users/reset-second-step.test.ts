import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { resetSecondStep } from "#lib/users/reset-second-step";
import { getSecondStepResetPage } from "#lib/users/second-step-reset-page";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, member, type Person, startSession } from "#tests/support/cast";
import { expectRefusal } from "#tests/support/refused";
import { turnOn } from "#tests/support/second-step";

const reason = "Lost the phone, asked by telephone.";
const reset = (actor: Member, { id: userId }: Person) =>
  resetSecondStep(actor, { requestId: randomUUID(), userId, reason });

test("an admin resets a user's second step: sign-ins end, codes end, it is logged and mailed", async () => {
  const cast = await buildCast();
  await turnOn(await member(cast.user));
  await startSession(cast.user);
  const admin = await member(cast.admin);
  expect(await getSecondStepResetPage(admin, cast.user.id)).toMatchObject({
    whyNot: null,
    openSessions: 2,
    reset: null,
  });
  const event = await reset(admin, cast.user);
  expect(event).toMatchObject({
    kind: "user.second_step_reset",
    actorName: cast.admin.name,
    userName: cast.user.name,
    data: { reason, sessionsEnded: 2 },
  });
  const [row] = await sql`
    select s.secret, s.confirmed_at,
      (select count(*)::int from recovery_codes r
        where r.user_id = s.user_id and r.ended_at is null) as codes,
      (select array_agg(distinct end_reason) from sessions e where e.user_id = s.user_id) as ends
    from second_steps s where user_id = ${cast.user.id}`;
  expect(row).toEqual({ secret: "", confirmed_at: null, codes: 0, ends: ["second_step_reset"] });
  expect(await mailsTo(cast.user)).toEqual([
    { kind: "second_step_reset", data: { by: cast.admin.name } },
  ]);
  const page = await getSecondStepResetPage(admin, cast.user.id);
  expect(page).toMatchObject({ whyNot: "second_step_missing", reset: { by: cast.admin.name } });
});

test("only another Owner resets an Owner's, and nobody their own", async () => {
  const cast = await buildCast();
  const owner = await member(cast.owner);
  const admin = await member(cast.admin);
  await turnOn(owner);
  await turnOn(admin);
  await expectRefusal(() => reset(admin, cast.owner), "second_step_of_owner", {
    name: cast.owner.name,
  });
  await expectRefusal(() => reset(owner, cast.owner), "second_step_is_own");
  await expectRefusal(() => reset(admin, cast.admin), "second_step_is_own");
  await sql`update users set is_owner = true where id = ${cast.admin2.id}`;
  await reset(await member(cast.admin2), cast.owner);
});

test("an Owner who is one no more since the page was opened is refused like any admin", async () => {
  const cast = await buildCast();
  await turnOn(await member(cast.owner));
  const once = { ...(await member(cast.admin)), isOwner: true };
  await expectRefusal(() => reset(once, cast.owner), "second_step_of_owner");
});

test("a user, an admin no more, and an admin of another account reset nothing", async () => {
  const cast = await buildCast();
  await turnOn(await member(cast.successor));
  const user = await member(cast.user);
  const outsider = await member(cast.outsider);
  const fallen = await member(cast.admin2);
  await sql`update users set role = 'user' where id = ${cast.admin2.id}`;
  await expectRefusal(() => reset(user, cast.successor), "not_admin");
  await expectRefusal(() => reset(fallen, cast.successor), "not_admin");
  await expectRefusal(() => reset(outsider, cast.successor), "not_found");
});

test("where there is none there is nothing to reset, and a second admin learns who did it", async () => {
  const cast = await buildCast();
  const [one, two] = [await member(cast.admin), await member(cast.admin2)];
  await expectRefusal(() => reset(one, cast.user), "second_step_missing", { name: cast.user.name });
  await expectRefusal(() => reset(one, cast.inactive), "already_inactive");
  await turnOn(await member(cast.user));
  await reset(one, cast.user);
  await expectRefusal(() => reset(two, cast.user), "second_step_missing", { by: cast.admin.name });
});

test("the same form twice resets once and mails once", async () => {
  const cast = await buildCast();
  await turnOn(await member(cast.user));
  const admin = await member(cast.admin);
  const input = { requestId: randomUUID(), userId: cast.user.id, reason };
  const [first, second] = await Promise.all([
    resetSecondStep(admin, input),
    resetSecondStep(admin, input),
  ]);
  expect(second.id).toBe(first.id);
  expect(await mailsTo(cast.user)).toHaveLength(1);
});

async function mailsTo({ id }: Person) {
  const jobs = await sql<{ payload: { userId: string; kind: string; data: object } }[]>`
    select payload from graphile_worker._private_jobs`;
  return jobs
    .filter(({ payload }) => payload.userId === id && payload.kind === "second_step_reset")
    .map(({ payload: { kind, data } }) => ({ kind, data }));
}
