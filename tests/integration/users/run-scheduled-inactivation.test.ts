import { expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { cancelInactivation } from "#lib/users/cancel-inactivation";
import { inactivateUser } from "#lib/users/inactivate-user";
import { getInactivationPage } from "#lib/users/inactivation-page";
import { reactivateUser } from "#lib/users/reactivate-user";
import { runScheduledInactivation } from "#lib/users/run-scheduled-inactivation";
import { scheduleInactivation } from "#lib/users/schedule-inactivation";
import { getUsersPage } from "#lib/users/users-page";
import { fingerprint, owner as sql } from "#tests/support/attempt";
import { addContacts, buildCast, type Cast, member, startSession } from "#tests/support/cast";
import { jobsOf, mailsOf } from "#tests/support/jobs";
import { letTimeCome, runNow, scheduleNow, schedulingOf } from "#tests/support/schedules";

const request = () => ({ requestId: crypto.randomUUID() });

test("at its time the user is made inactive as planned, in the author's name", async () => {
  const cast = await buildCast({ contacts: 12 });
  const admin = await member(cast.admin);
  await startSession(cast.user);
  const changes = {
    contacts: "one",
    successorId: cast.successor.id,
    reason: "Last day",
    tell: "yes",
    line: "Thank you!",
  };
  const { job, outcome } = await runNow(admin, cast.user, changes);
  expect(outcome).toBe("done");
  const [event] = await sql`
    select kind, actor_kind, actor_id, actor_name, user_name, request_id, data from audit_events
    where account_id = ${cast.accountId} order by id desc limit 1`;
  expect(event).toMatchObject({
    kind: "user.inactivated",
    actor_kind: "member",
    actor_id: cast.admin.id,
    actor_name: "Adam Aalto",
    user_name: "Uma Ullman",
    request_id: null,
    data: {
      sessionsEnded: 1,
      contacts: 12,
      successors: [{ userId: cast.successor.id, contacts: 12 }],
      reason: "Last day",
      seatsUsed: 4,
      scheduledOn: expect.stringMatching(/^\d+ \w+ \d{4}, \d\d:\d\d$/),
    },
  });
  const [row] = await sql`
    select s.outcome, s.ended_by, u.status, u.inactivated_by, a.seats_used
    from scheduled_inactivations s join users u on u.id = s.user_id
    join accounts a on a.id = s.account_id where s.id = ${job.scheduleId}`;
  expect(row).toEqual({
    outcome: "done",
    ended_by: cast.admin.id,
    status: "inactive",
    inactivated_by: cast.admin.id,
    seats_used: 4,
  });
  expect(await mailsOf(cast.accountId)).toEqual([
    {
      userId: cast.user.id,
      address: cast.user.email,
      kind: "user_inactivated",
      data: { by: "Adam Aalto", line: "Thank you!" },
    },
    {
      userId: cast.successor.id,
      address: undefined,
      kind: "contacts_received",
      data: { from: "Uma Ullman", by: "Adam Aalto", contacts: 12 },
    },
  ]);
});

test("run once more, or after it was cancelled, replaced or overtaken, it does nothing", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const { job } = await runNow(admin, cast.user);
  const cancelled = await scheduleNow(admin, cast.successor);
  await cancelInactivation(admin, {
    ...request(),
    userId: cast.successor.id,
    scheduleId: cancelled.scheduleId,
  });
  const overtaken = await scheduleNow(admin, cast.admin2);
  const seen = { replacesId: overtaken.scheduleId };
  await inactivateUser(admin, schedulingOf(cast.admin2, seen));
  const before = await fingerprint();
  for (const ended of [job, cancelled, overtaken, { ...job, accountId: cast.outsider.accountId }]) {
    expect(await runScheduledInactivation(ended)).toBe("ended before");
  }
  expect(await fingerprint()).toEqual(before);
});

test("run early it waits for its time", async () => {
  const cast = await buildCast();
  const { data } = await scheduleInactivation(await member(cast.admin), schedulingOf(cast.user));
  await sql`delete from graphile_worker._private_jobs`;
  const job = { accountId: cast.accountId, scheduleId: data.scheduleId };
  const before = await fingerprint();
  expect(await runScheduledInactivation(job)).toBe("not yet due");
  expect(await fingerprint()).toEqual(before);
  expect(await jobsOf(cast.accountId)).toEqual([
    { task: "inactivate_user", payload: job, run_at: new Date(data.runAt) },
  ]);
});

test("contacts that were added since are handed over too", async () => {
  const cast = await buildCast({ contacts: 2 });
  const changes = { contacts: "one", successorId: cast.successor.id };
  const job = await scheduleNow(await member(cast.admin), cast.user, changes);
  await addContacts(cast.user, 3);
  expect(await runScheduledInactivation(job)).toBe("done");
  const [mail] = await mailsOf(cast.accountId);
  expect(mail?.data).toMatchObject({ contacts: 5 });
});

/** What may have happened since, and what is said about it. */
const refusals: [string, (cast: Cast) => Promise<unknown>, string][] = [
  [
    "its author is inactive",
    async (cast) => makeInactive(await member(cast.owner), cast.admin),
    "Adam Aalto, who scheduled this, is no admin any more. Schedule it anew if it is still meant.",
  ],
  [
    "its author is no admin",
    ({ admin }) => sql`update users set role = 'user' where id = ${admin.id}`,
    "Adam Aalto, who scheduled this, is no admin any more. Schedule it anew if it is still meant.",
  ],
  [
    "the user is an Owner",
    ({ user }) => sql`update users set role = 'admin', is_owner = true where id = ${user.id}`,
    "Uma Ullman is an Account Owner and cannot be made inactive. Only support lifts that status",
  ],
  [
    "the successor is inactive",
    async (cast) => makeInactive(await member(cast.owner), cast.successor),
    "Samuel Sato, who was to receive the contacts, is not an active user of this account. Choose somebody else.",
  ],
];

test.each(refusals)(
  "it is refused when %s, and author and admins are told",
  async (_why, since, sentence) => {
    const cast = await buildCast({ contacts: 2 });
    const changes = { contacts: "one", successorId: cast.successor.id };
    const job = await scheduleNow(await member(cast.admin), cast.user, changes);
    await since(cast);
    await sql`delete from graphile_worker._private_jobs`;
    expect(await runScheduledInactivation(job)).toBe("refused");
    const [row] = await sql`
    select s.outcome, s.ended_by, s.refusal, u.status from scheduled_inactivations s
    join users u on u.id = s.user_id where s.id = ${job.scheduleId}`;
    expect(row).toMatchObject({ outcome: "refused", ended_by: null, status: "active" });
    expect(row?.refusal).toContain(sentence);
    const [event] = await sql`
    select kind, actor_kind, user_id, data from audit_events
    where account_id = ${cast.accountId} order by id desc limit 1`;
    expect(event).toMatchObject({
      kind: "user.inactivation_refused",
      actor_kind: "system",
      user_id: cast.user.id,
      data: { scheduledBy: "Adam Aalto", why: row?.refusal },
    });
    const told = await sql`
    select id as "userId" from users where account_id = ${cast.accountId} and status = 'active'
      and (role = 'admin' or id = ${cast.admin.id})`;
    const mails = await mailsOf(cast.accountId);
    expect(mails.map(({ kind }) => kind)).toEqual(told.map(() => "inactivation_refused"));
    expect(new Set(mails.map(({ userId }) => userId))).toEqual(
      new Set(told.map(({ userId }) => userId)),
    );
    expect(mails[0]?.data).toMatchObject({ name: "Uma Ullman", why: row?.refusal });
  },
);

test("a refusal shows in the row and in the sheet until there is a new schedule", async () => {
  const cast = await buildCast({ contacts: 2 });
  const [admin, admin2] = [await member(cast.admin), await member(cast.admin2)];
  const changes = { contacts: "one", successorId: cast.successor.id };
  const job = await scheduleNow(admin, cast.user, changes);
  await makeInactive(admin2, cast.successor);
  await runScheduledInactivation(job);
  const refusal = expect.stringContaining("Samuel Sato, who was to receive the contacts");
  expect(await shown(admin2, cast)).toEqual([refusal, refusal]);
  const { data } = await scheduleInactivation(admin, schedulingOf(cast.user));
  expect(await shown(admin2, cast)).toEqual([null, null]);
  await letTimeCome(data.scheduleId);
  await runScheduledInactivation({ accountId: cast.accountId, scheduleId: data.scheduleId });
  await reactivateUser(admin, { ...request(), userId: cast.user.id });
  expect(await shown(admin2, cast)).toEqual([undefined, undefined]);
});

test("a refusal is past once the user was made inactive by hand", async () => {
  const cast = await buildCast();
  const [admin, admin2] = [await member(cast.admin), await member(cast.admin2)];
  const job = await scheduleNow(admin, cast.user);
  await sql`update users set role = 'user' where id = ${cast.admin.id}`;
  await runScheduledInactivation(job);
  expect(await shown(admin2, cast)).toEqual([expect.any(String), expect.any(String)]);
  await makeInactive(admin2, cast.user);
  await reactivateUser(admin2, { ...request(), userId: cast.user.id });
  expect(await shown(admin2, cast)).toEqual([undefined, undefined]);
});

test("whoever makes an admin inactive is told whose schedules will be refused", async () => {
  const cast = await buildCast();
  await scheduleInactivation(await member(cast.admin), schedulingOf(cast.user));
  const page = await getInactivationPage(await member(cast.admin2), cast.admin.id);
  expect(page.theirSchedules).toEqual([{ id: cast.user.id, name: "Uma Ullman" }]);
});

test("what may pass is thrown, for the queue to try again, and nothing has changed", async () => {
  const cast = await buildCast();
  const job = await scheduleNow(await member(cast.admin), cast.user);
  await sql`
    create function lose_events() returns trigger language plpgsql as $$
    begin raise exception 'no event can be written'; end $$`;
  await sql`
    create trigger lose_events before insert on audit_events
    for each statement execute function lose_events()`;
  const before = await fingerprint();
  await expect(runScheduledInactivation(job)).rejects.toThrow();
  expect(await fingerprint()).toEqual(before);
  await sql`drop trigger lose_events on audit_events`;
  expect(await runScheduledInactivation(job)).toBe("done");
});

function makeInactive(actor: Member, user: { id: string }) {
  const plan = { contacts: "leave" as const, successorIds: [], reason: "" };
  return inactivateUser(actor, { ...request(), userId: user.id, ...plan });
}

/** Why the schedule was refused, in the table and in the sheet; undefined where none is shown. */
async function shown(actor: Member, { user }: Cast) {
  const filter = { status: "all", search: "", sort: "name", direction: "asc" } as const;
  const table = await getUsersPage(actor, filter);
  const sheet = await getInactivationPage(actor, user.id);
  const row = table.users.rows.find(({ id }) => id === user.id);
  return [row?.schedule, sheet.schedule].map((schedule) => schedule?.refusal);
}
