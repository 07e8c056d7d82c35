import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { setClock } from "#lib/clock";
import { addSeats } from "#lib/seats/add-seats";
import { cancelReduction } from "#lib/seats/cancel-reduction";
import { reduceSeats } from "#lib/seats/reduce-seats";
import { renewSubscription } from "#lib/seats/renew-subscription";
import { type ReduceSeats, reduceSeatsSchema } from "#lib/seats/schema";
import { inactivateUser } from "#lib/users/inactivate-user";
import { inactivateUserSchema } from "#lib/users/schema";
import { owner as sql } from "#tests/support/attempt";
import { addUsers, buildCast, type Cast, member, type Person } from "#tests/support/cast";
import { mailsOf } from "#tests/support/jobs";
import { expectRefusal } from "#tests/support/refused";

afterEach(() => setClock(null));

/** The account has ten spots, five of them used. */
const to = (total: number, change: Partial<ReduceSeats> = {}): ReduceSeats => ({
  requestId: randomUUID(),
  total,
  seenTotal: 10,
  reason: "",
  ...change,
});

test("a reduction changes no total yet, and leaves a schedule, a receipt and an event", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const event = await reduceSeats(admin, to(5, { reason: "Four left" }));
  const renewsAt = await renewalOf(cast);
  expect(event).toMatchObject({
    kind: "seats.reduction_scheduled",
    actorName: cast.admin.name,
    data: {
      from: 10,
      to: 5,
      effectiveAt: renewsAt.toISOString(),
      reason: "Four left",
      replaced: null,
    },
  });
  expect(await totalOf(cast)).toBe(10);
  expect(await ledgerOf(cast)).toEqual([
    { kind: "opened", from: 0, to: 10, by: null, reason: "Account opened" },
    { kind: "scheduled", from: 10, to: 5, by: cast.admin.id, reason: "Four left" },
  ]);
  const [row] = await sql`select id from seat_changes where id = ${event.data.changeId}`;
  expect(row).toBeDefined();
  expect(await eventsOf(cast)).toEqual(["seats.reduction_scheduled"]);
  expect(await invoicesOf(cast)).toBe(0);
});

test("the admins and the billing address are told, each once", async () => {
  const cast = await buildCast();
  await sql`update accounts set billing_email = ${cast.owner.email.toUpperCase()}
    where id = ${cast.accountId}`;
  await reduceSeats(await member(cast.admin), to(8));
  const mails = await mailsOf(cast.accountId);
  expect(mails.map(({ userId, address }) => userId ?? address).sort()).toEqual(
    [cast.owner.id, cast.admin.id, cast.admin2.id].sort(),
  );
  expect(mails[0]).toMatchObject({
    kind: "spots_changed",
    data: { what: "scheduled", by: cast.admin.name, from: 10, to: 8 },
  });

  const other = await buildCast();
  await reduceSeats(await member(other.admin), to(8));
  const addresses = (await mailsOf(other.accountId)).map(
    ({ userId, address }) => userId ?? address,
  );
  expect(addresses).toHaveLength(4);
  expect(addresses).toContain("billing@payer.example");
});

test("every total that cannot be is refused, and nothing has changed", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await expectRefusal(() => reduceSeats(admin, to(10)), "same_total", { total: 10 });
  await expectRefusal(() => reduceSeats(admin, to(11)), "not_fewer", { total: 10 });
  await expectRefusal(() => reduceSeats(admin, to(100_000)), "not_fewer", { total: 10 });
  await expectRefusal(() => reduceSeats(admin, to(4)), "below_used", { total: 4, used: 5 });
  await sql`update subscriptions set minimum_seats = 7 where account_id = ${cast.accountId}`;
  await expectRefusal(() => reduceSeats(admin, to(6)), "below_minimum", { limit: 7 });
  await reduceSeats(admin, to(7));
});

test.each(["", "0", "-1", "−1", "1e9", "3.5", "3,5", "ten", "0x8", "8 9", " ", "1000000000", "٨"])(
  "the form does not take %j as a total",
  (total) => {
    const form = { requestId: randomUUID(), seenTotal: "10", reason: "", total };
    const parsed = reduceSeatsSchema.safeParse(form);
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(["total"]);
  },
);

test("it takes a number with thousands separators, and room around it", () => {
  const form = { requestId: randomUUID(), seenTotal: "10", reason: "" };
  const read = (total: string) => reduceSeatsSchema.parse({ ...form, total }).total;
  expect(["8", " 8 ", "1,200", "0008"].map(read)).toEqual([8, 8, 1200, 8]);
});

test("only an admin reduces, and nobody who is inactive or signed out", async () => {
  const cast = await buildCast();
  const plain = await member(cast.user);
  await expectRefusal(() => reduceSeats(plain, to(8)), "not_admin");
  const gone = await member(cast.admin2);
  await inactivate(cast.admin, cast.admin2);
  await expectRefusal(() => reduceSeats(gone, to(8)), "access_ended");
});

test("where Owners keep the spots to themselves another admin is refused, and an Owner is not", async () => {
  const cast = await buildCast();
  await sql`update accounts set owners_keep_seats = true where id = ${cast.accountId}`;
  const admin = await member(cast.admin);
  await expectRefusal(() => reduceSeats(admin, to(8)), "spots_kept_to_owners");
  // An old page of somebody who was an Owner then: the rank as of now counts.
  await expectRefusal(
    () => reduceSeats({ ...admin, isOwner: true }, to(8)),
    "spots_kept_to_owners",
  );
  await reduceSeats(await member(cast.owner), to(8));
  expect(await scheduledIn(cast)).toEqual([{ to: 8 }]);
});

test("an ended subscription is refused", async () => {
  const cast = await buildCast();
  await sql`update subscriptions set status = 'ended', read_only_at = now()
    where account_id = ${cast.accountId}`;
  const admin = await member(cast.admin);
  await expectRefusal(() => reduceSeats(admin, to(8)), "subscription_over");
});

test("an account that is past due and read-only can still reduce", async () => {
  const cast = await buildCast();
  await sql`update subscriptions set status = 'past_due', past_due_since = now() - interval '20 days',
    read_only_at = now() - interval '6 days' where account_id = ${cast.accountId}`;
  await reduceSeats(await member(cast.admin), to(8));
  expect(await scheduledIn(cast)).toEqual([{ to: 8 }]);
});

test("a newer reduction takes the place of the older: they are not stacked", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await reduceSeats(admin, to(8));
  const scheduleId = await openScheduleOf(cast);
  await expectRefusal(() => reduceSeats(admin, to(8, { scheduleId })), "reduction_is_scheduled", {
    total: 8,
  });
  const { data } = await reduceSeats(await member(cast.admin2), to(6, { scheduleId }));
  expect(data).toMatchObject({ from: 10, to: 6, replaced: 8 });
  expect(await scheduledIn(cast)).toEqual([{ to: 6 }]);
  expect((await ledgerOf(cast)).map(({ kind, to }) => [kind, to])).toEqual([
    ["opened", 10],
    ["scheduled", 8],
    ["replaced", 6],
  ]);
  setClock(await renewalOf(cast));
  await renewSubscription(cast);
  expect(await totalOf(cast)).toBe(6);
});

test("a newer one may go less far", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await reduceSeats(admin, to(5));
  await reduceSeats(admin, to(9, { scheduleId: await openScheduleOf(cast) }));
  expect(await scheduledIn(cast)).toEqual([{ to: 9 }]);
});

test("three inactivations, each followed by its reduction, end at the total of the last", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const leavers = await addUsers(cast.accountId, "Ann Abel", "Bob Behn", "Cem Can");
  let scheduleId: string | undefined;
  let used = 8;
  for (const leaver of leavers) {
    await inactivate(cast.admin, leaver);
    used -= 1;
    await reduceSeats(admin, to(used, { scheduleId }));
    scheduleId = await openScheduleOf(cast);
  }
  expect(await scheduledIn(cast)).toEqual([{ to: 5 }]);
  setClock(await renewalOf(cast));
  await renewSubscription(cast);
  expect(await totalOf(cast)).toBe(5);
});

test("on trial it counts at once, at no cost, and is told once", async () => {
  const cast = await buildCast();
  await sql`update subscriptions set status = 'trial' where account_id = ${cast.accountId}`;
  const { data } = await reduceSeats(await member(cast.admin), to(6));
  expect(data).toMatchObject({ from: 10, to: 6 });
  expect(await totalOf(cast)).toBe(6);
  expect(await scheduledIn(cast)).toEqual([]);
  expect((await ledgerOf(cast)).map(({ kind }) => kind)).toEqual([
    "opened",
    "scheduled",
    "reduced",
  ]);
  expect((await eventsOf(cast)).sort()).toEqual(["seats.reduced", "seats.reduction_scheduled"]);
  expect(await mailsOf(cast.accountId)).toHaveLength(4);
  expect(await invoicesOf(cast)).toBe(0);
});

test("a form that is sent twice is done once, and answered with its first result", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const form = to(8);
  const [first, second] = await Promise.all([reduceSeats(admin, form), reduceSeats(admin, form)]);
  expect(second.id).toBe(first.id);
  expect((await reduceSeats(admin, form)).id).toBe(first.id);
  expect(await ledgerOf(cast)).toHaveLength(2);
  expect(await mailsOf(cast.accountId)).toHaveLength(4);
  const other = await member(cast.admin2);
  await expectRefusal(() => reduceSeats(other, form), "request_reused");
});

test("of two admins in two tabs one wins, and the other hears of it by name", async () => {
  const cast = await buildCast();
  const [admin, admin2] = [await member(cast.admin), await member(cast.admin2)];
  const outcomes = await Promise.allSettled([
    reduceSeats(admin, to(8)),
    reduceSeats(admin2, to(7)),
  ]);
  const refused = outcomes.flatMap((outcome) =>
    outcome.status === "rejected" ? [outcome.reason] : [],
  );
  const [won] = await scheduledIn(cast);
  const winner = won?.to === 8 ? cast.admin.name : cast.admin2.name;
  expect(refused).toMatchObject([
    { code: "spots_changed", facts: { by: winner, total: 10, used: 5 } },
  ]);
  expect(await ledgerOf(cast)).toHaveLength(2);
});

test("a screen from before the spots were added, reduced or renewed is refused", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await sql`update subscriptions set status = 'trial' where account_id = ${cast.accountId}`;
  await addSeats(await member(cast.admin2), {
    ...{ requestId: randomUUID(), total: 12, seenTotal: 10, seenAmount: 0, reason: "" },
  });
  const facts = { by: cast.admin2.name, total: 12, used: 5 };
  await expectRefusal(() => reduceSeats(admin, to(8)), "spots_changed", facts);
  await sql`update subscriptions set status = 'active' where account_id = ${cast.accountId}`;

  await reduceSeats(admin, to(8, { seenTotal: 12 }));
  const scheduleId = await openScheduleOf(cast);
  const withoutIt = to(7, { seenTotal: 12 });
  await expectRefusal(() => reduceSeats(admin, withoutIt), "spots_changed", {
    by: cast.admin.name,
  });
  // Due, though the job has not come yet: what the page showed is over all the same.
  setClock(await renewalOf(cast));
  const late = to(7, { seenTotal: 12, scheduleId });
  await expectRefusal(() => reduceSeats(admin, late), "spots_changed", { total: 8, used: 5 });
  await reduceSeats(admin, to(7, { seenTotal: 8 }));
});

test("a reduction that was seen and cancelled meanwhile is a change, too", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await reduceSeats(admin, to(8));
  const scheduleId = await openScheduleOf(cast);
  await cancelReduction(await member(cast.admin2), { requestId: randomUUID(), scheduleId });
  await expectRefusal(() => reduceSeats(admin, to(7, { scheduleId })), "spots_changed", {
    by: cast.admin2.name,
  });
});

test("another account's schedule is as good as none", async () => {
  const cast = await buildCast();
  const other = await buildCast();
  await reduceSeats(await member(other.admin), to(8));
  const scheduleId = await openScheduleOf(other);
  const admin = await member(cast.admin);
  await expectRefusal(() => reduceSeats(admin, to(7, { scheduleId })), "spots_changed");
  await expectRefusal(
    () => reduceSeats(admin, to(7, { scheduleId: randomUUID() })),
    "spots_changed",
  );
  expect(await scheduledIn(other)).toEqual([{ to: 8 }]);
});

test("somebody who comes while it is confirmed is not locked out: never below what is used", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await addUsers(cast.accountId, "Nele Neu");
  await expectRefusal(() => reduceSeats(admin, to(5)), "below_used", { total: 5, used: 6 });
});

async function inactivate(by: Person, leaver: Person) {
  const form = { requestId: randomUUID(), userId: leaver.id, contacts: "leave" };
  await inactivateUser(await member(by), inactivateUserSchema.parse(form));
}

async function totalOf({ accountId }: Cast) {
  const [row] = await sql`select seats_total as total from accounts where id = ${accountId}`;
  return row?.total;
}

async function renewalOf({ accountId }: Cast): Promise<Date> {
  const [row] = await sql<{ at: Date }[]>`
    select renews_at as at from subscriptions where account_id = ${accountId}`;
  return row?.at ?? new Date(0);
}

function ledgerOf({ accountId }: Cast) {
  return sql`
    select kind, from_total as from, to_total as to, by_user_id as by, reason from seat_changes
    where account_id = ${accountId} order by number`;
}

function scheduledIn({ accountId }: Cast) {
  return sql<{ to: number }[]>`
    select to_total as to from seat_schedules where account_id = ${accountId} and ended_at is null`;
}

async function openScheduleOf({ accountId }: Cast): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select id from seat_schedules where account_id = ${accountId} and ended_at is null`;
  return row?.id ?? "";
}

async function eventsOf({ accountId }: Cast): Promise<string[]> {
  const rows = await sql<{ kind: string }[]>`
    select kind from audit_events where account_id = ${accountId} order by at`;
  return rows.map(({ kind }) => kind);
}

async function invoicesOf({ accountId }: Cast): Promise<number> {
  const rows = await sql`select 1 from invoices where account_id = ${accountId}`;
  return rows.length;
}
