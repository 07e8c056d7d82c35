import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import type { Member } from "#lib/actor";
import { cancelInactivation } from "#lib/users/cancel-inactivation";
import { inactivateUser } from "#lib/users/inactivate-user";
import { scheduleInactivation } from "#lib/users/schedule-inactivation";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member } from "#tests/support/cast";
import { jobsOf } from "#tests/support/jobs";
import { expectRefusal } from "#tests/support/refused";
import { schedulingOf } from "#tests/support/schedules";

afterEach(() => {
  vi.useRealTimers();
});

const cancelling = (userId: string, scheduleId: string) => ({
  requestId: randomUUID(),
  userId,
  scheduleId,
});

test("a schedule keeps moment and plan, waits in the queue, and changes nothing yet", async () => {
  const cast = await buildCast({ contacts: 3 });
  const admin = await inZone(cast, "America/New_York");
  const runAt = `${new Date().getFullYear() + 1}-01-05T18:00`;
  const changes = { runAt, contacts: "one", successorId: cast.successor.id, reason: "Last day" };
  const event = await scheduleInactivation(admin, schedulingOf(cast.user, changes));
  const moment = new Date(`${runAt.slice(0, 10)}T23:00:00Z`);
  expect(event).toMatchObject({
    kind: "user.inactivation_scheduled",
    actorName: "Adam Aalto",
    userName: "Uma Ullman",
    data: {
      runAt: moment.toISOString(),
      time: `5 Jan ${runAt.slice(0, 4)}, 18:00`,
      successors: [{ userId: cast.successor.id, name: "Samuel Sato" }],
      reason: "Last day",
      tells: false,
      replaced: null,
    },
  });
  const [row] = await sql`
    select s.run_at, s.plan, s.scheduled_by, s.ended_at, u.status
    from scheduled_inactivations s join users u on u.id = s.user_id
    where s.id = ${event.data.scheduleId}`;
  expect(row).toEqual({
    run_at: moment,
    plan: {
      contacts: "one",
      successorId: cast.successor.id,
      successorIds: [],
      reason: "Last day",
    },
    scheduled_by: cast.admin.id,
    ended_at: null,
    status: "active",
  });
  expect(await jobsOf(cast.accountId)).toEqual([
    {
      task: "inactivate_user",
      payload: { accountId: cast.accountId, scheduleId: event.data.scheduleId },
      run_at: moment,
    },
  ]);
});

test("an hour that the clock jumps over is refused by name; of an hour that comes twice the first counts", async () => {
  const cast = await buildCast();
  const admin = await inZone(cast, "Europe/London");
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2027-01-12T12:00:00Z") });
  const at = (runAt: string) => () =>
    scheduleInactivation(admin, schedulingOf(cast.user, { runAt }));
  await expectRefusal(at("2027-03-28T01:30"), "time_skipped", {
    timeZone: "Europe/London",
    clock: { before: "01:00", after: "02:00" },
  });
  const { data } = await at("2027-10-31T01:30")();
  expect(data.runAt).toBe("2027-10-31T00:30:00.000Z");
});

test("a moment that is over, or more than a year ahead, is refused", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const at = (milliseconds: number) => () => {
    const runAt = new Date(Date.now() + milliseconds).toISOString().slice(0, 16);
    return scheduleInactivation(admin, schedulingOf(cast.user, { runAt }));
  };
  const day = 24 * 60 * 60_000;
  await expectRefusal(at(-60_000), "time_past", { timeZone: "UTC" });
  await expectRefusal(at(-400 * day), "time_past");
  await expectRefusal(at(367 * day), "time_too_far");
  await at(364 * day)();
});

test("whom a rule protects now is not scheduled either", async () => {
  const cast = await buildCast({ contacts: 1 });
  const admin = await member(cast.admin);
  const attempt =
    (person: { id: string }, changes: object = {}) =>
    () =>
      scheduleInactivation(admin, schedulingOf({ ...cast.user, ...person }, changes));
  await expectRefusal(attempt(cast.owner), "user_is_owner");
  await expectRefusal(attempt(cast.admin), "user_is_self");
  await expectRefusal(attempt(cast.inactive), "already_inactive");
  await expectRefusal(attempt(cast.outsider), "not_found");
  await expectRefusal(attempt({ id: randomUUID() }), "not_found");
  const give = (successorId: string) => attempt(cast.user, { contacts: "one", successorId });
  await expectRefusal(give(cast.user.id), "successor_is_leaver");
  await expectRefusal(give(cast.outsider.id), "successor_not_active");
  await expectRefusal(give(cast.inactive.id), "successor_not_active", { successor: "Ines Ibarra" });
});

test("only an active admin of the account schedules or cancels", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const { data } = await scheduleInactivation(admin, schedulingOf(cast.user));
  const user = await member(cast.successor);
  const outsider = await member(cast.outsider);
  const cancel = (actor: Member) => () =>
    cancelInactivation(actor, cancelling(cast.user.id, data.scheduleId));
  await expectRefusal(() => scheduleInactivation(user, schedulingOf(cast.admin2)), "not_admin");
  await expectRefusal(cancel(user), "not_admin");
  await expectRefusal(cancel({ ...user, role: "admin" }), "not_admin");
  await expectRefusal(cancel(outsider), "not_found");
  await inactivateUser(await member(cast.owner), {
    requestId: randomUUID(),
    userId: cast.admin.id,
    contacts: "leave",
    successorIds: [],
    reason: "",
  });
  await expectRefusal(cancel(admin), "access_ended");
});

test("the same form sent twice schedules once", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const form = schedulingOf(cast.user);
  const first = await scheduleInactivation(admin, form);
  expect(await scheduleInactivation(admin, form)).toEqual(first);
  expect(await jobsOf(cast.accountId)).toHaveLength(1);
  const cancel = cancelling(cast.user.id, first.data.scheduleId);
  const cancelled = await cancelInactivation(admin, cancel);
  expect(await cancelInactivation(admin, cancel)).toEqual(cancelled);
});

test("another admin's schedule is not replaced unseen; the one that was seen is, in one step", async () => {
  const cast = await buildCast();
  const [admin, admin2] = [await member(cast.admin), await member(cast.admin2)];
  const first = await scheduleInactivation(admin, schedulingOf(cast.user));
  await expectRefusal(
    () => scheduleInactivation(admin2, schedulingOf(cast.user)),
    "already_scheduled",
    { name: "Uma Ullman", by: "Adam Aalto", time: first.data.time },
  );
  const replacesId = first.data.scheduleId;
  const second = await scheduleInactivation(admin2, schedulingOf(cast.user, { replacesId }));
  expect(second.data.replaced).toBe(first.data.time);
  const rows = await sql`
    select outcome, ended_by from scheduled_inactivations
    where account_id = ${cast.accountId} order by id`;
  expect(rows).toEqual([
    { outcome: "cancelled", ended_by: cast.admin2.id },
    { outcome: null, ended_by: null },
  ]);
  await expectRefusal(
    () => scheduleInactivation(admin, schedulingOf(cast.user, { replacesId })),
    "already_scheduled",
  );
});

test("a schedule is cancelled once, and whoever comes later is told who did it", async () => {
  const cast = await buildCast();
  const [admin, admin2] = [await member(cast.admin), await member(cast.admin2)];
  const { data } = await scheduleInactivation(admin, schedulingOf(cast.user));
  const event = await cancelInactivation(admin2, cancelling(cast.user.id, data.scheduleId));
  expect(event).toMatchObject({
    kind: "user.inactivation_cancelled",
    actorName: "Beatriz Braga",
    userName: "Uma Ullman",
    data: { scheduleId: data.scheduleId, time: data.time, scheduledBy: "Adam Aalto" },
  });
  await expectRefusal(
    () => cancelInactivation(admin, cancelling(cast.user.id, data.scheduleId)),
    "schedule_ended",
    { name: "Uma Ullman", by: "Beatriz Braga", at: expect.any(String) as unknown as string },
  );
  const replacesId = data.scheduleId;
  await expectRefusal(
    () => scheduleInactivation(admin, schedulingOf(cast.user, { replacesId })),
    "schedule_ended",
  );
  await expectRefusal(
    () => cancelInactivation(admin, cancelling(cast.user.id, randomUUID())),
    "not_found",
  );
  await expectRefusal(
    () => cancelInactivation(admin, cancelling(cast.successor.id, data.scheduleId)),
    "not_found",
  );
});

test("made inactive by hand before, the schedule that was seen is overtaken, and no other", async () => {
  const cast = await buildCast();
  const [admin, admin2] = [await member(cast.admin), await member(cast.admin2)];
  const { data } = await scheduleInactivation(admin, schedulingOf(cast.user));
  const now = (replacesId?: string) =>
    inactivateUser(admin2, schedulingOf(cast.user, { when: "now", runAt: undefined, replacesId }));
  await expectRefusal(() => now(), "already_scheduled", {
    name: "Uma Ullman",
    by: "Adam Aalto",
    time: data.time,
  });
  await now(data.scheduleId);
  const [row] = await sql`
    select outcome, ended_by from scheduled_inactivations where id = ${data.scheduleId}`;
  expect(row).toEqual({ outcome: "overtaken", ended_by: cast.admin2.id });
  await expectRefusal(() => now(data.scheduleId), "already_inactive");
});

test("a schedule that a colleague has cancelled is not carried out by hand unseen", async () => {
  const cast = await buildCast();
  const [admin, admin2] = [await member(cast.admin), await member(cast.admin2)];
  const { data } = await scheduleInactivation(admin, schedulingOf(cast.user));
  await cancelInactivation(admin2, cancelling(cast.user.id, data.scheduleId));
  const now = schedulingOf(cast.user, { replacesId: data.scheduleId });
  await expectRefusal(() => inactivateUser(admin, now), "schedule_ended");
  const [row] = await sql`select status from users where id = ${cast.user.id}`;
  expect(row).toEqual({ status: "active" });
});

async function inZone(cast: Cast, timeZone: string): Promise<Member> {
  await sql`update accounts set time_zone = ${timeZone} where id = ${cast.accountId}`;
  return member(cast.admin);
}
