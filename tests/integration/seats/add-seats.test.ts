import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { setClock } from "#lib/clock";
import { addSeats } from "#lib/seats/add-seats";
import { getAddSeatsPage } from "#lib/seats/add-seats-page";
import { getAddedSeats } from "#lib/seats/added-seats";
import { reduceSeats } from "#lib/seats/reduce-seats";
import { type AddSeats, addSeatsSchema } from "#lib/seats/schema";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member } from "#tests/support/cast";
import {
  decemberDay,
  eventKindsOf,
  invoicesOf,
  itIsDecember,
  keepSpotsToOwners,
  ledgerOf,
  openScheduleOf,
  spotsOf,
} from "#tests/support/december";
import { mailsOf } from "#tests/support/jobs";
import { startTogether } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";

afterEach(() => setClock(null));

/** Two more than ten, for 21 of 31 days at USD 15.00. */
function input(changes: Partial<AddSeats> = {}): AddSeats {
  return {
    requestId: randomUUID(),
    total: 12,
    seenTotal: 10,
    seenAmount: 2032,
    reason: "",
    ...changes,
  };
}

async function scheduleEight(cast: Cast): Promise<string> {
  await reduceSeats(await member(cast.owner), {
    requestId: randomUUID(),
    total: 8,
    seenTotal: 10,
    reason: "",
  });
  return openScheduleOf(cast);
}

test("spots are there at once, charged as shown, and told to whom it concerns, each once", async () => {
  const cast = await buildCast();
  await itIsDecember(cast);
  const admin = await member(cast.admin);
  const { offer } = await getAddSeatsPage(admin, "2");
  expect(offer).toEqual({
    more: 2,
    total: 12,
    price: { amount: 2032, days: 21, ofDays: 31 },
  });
  const event = await addSeats(admin, input({ reason: "Two more for the office" }));
  expect(event).toMatchObject({
    kind: "seats.added",
    actorName: "Adam Aalto",
    data: {
      from: 10,
      to: 12,
      reason: "Two more for the office",
      charged: { amount: 2032, currency: "USD", invoiceNumber: 1 },
    },
  });
  expect(await spotsOf(cast)).toEqual({ total: 12, used: 5, scheduled: null });
  expect(await invoicesOf(cast)).toEqual([
    { amount: 2032, currency: "USD", status: "paid", quantity: 2, days: 21 },
  ]);
  expect(await eventKindsOf(cast)).toEqual(["seats.added"]);
  const mails = await mailsOf(cast.accountId);
  expect(mails.map(({ userId, address }) => userId ?? address).sort()).toEqual(
    [cast.owner.id, cast.admin.id, cast.admin2.id, "billing@payer.example"].sort(),
  );
  expect(new Set(mails.map(({ kind }) => kind))).toEqual(new Set(["spots_changed"]));
  const added = await getAddedSeats(admin, event.data.changeId);
  expect(added).toEqual({ changeId: event.data.changeId, from: 10, to: 12, total: 12 });
  const outsider = await member(cast.outsider);
  expect(await getAddedSeats(outsider, event.data.changeId)).toBeNull();
});

test("a card holder who is one of the admins gets one mail", async () => {
  const cast = await buildCast();
  await itIsDecember(cast);
  await sql`
    update accounts set billing_email = ${cast.admin.email.toUpperCase()}
    where id = ${cast.accountId}`;
  await addSeats(await member(cast.owner), input());
  expect(await mailsOf(cast.accountId)).toHaveLength(3);
});

test.each([
  ["yen, which have no decimals", { currency: "JPY", unit_price: 1500 }, 2032],
  ["dinars, which have three", { currency: "KWD", unit_price: 4_567 }, 6188],
  ["a price that is not whole days", { unit_price: 1 }, 1],
])("%s are charged to the minor unit", async (_what, terms, amount) => {
  const cast = await buildCast();
  await itIsDecember(cast, terms);
  const admin = await member(cast.admin);
  const { offer } = await getAddSeatsPage(admin, "2");
  expect(offer?.price?.amount).toBe(amount);
  await expectRefusal(() => addSeats(admin, input({ seenAmount: amount + 1 })), "price_changed");
  await addSeats(admin, input({ seenAmount: amount }));
  const currency = "currency" in terms ? terms.currency : "USD";
  expect(await invoicesOf(cast)).toMatchObject([{ amount, currency }]);
});

test("one spot after another costs what both at once cost", async () => {
  const cast = await buildCast();
  await itIsDecember(cast);
  const admin = await member(cast.admin);
  let seenTotal = 10;
  const charged = [];
  while (seenTotal < 13) {
    const { offer } = await getAddSeatsPage(admin, undefined);
    const total = offer?.total ?? 0;
    const seenAmount = offer?.price?.amount ?? 0;
    await addSeats(admin, input({ total, seenTotal, seenAmount }));
    charged.push(seenAmount);
    seenTotal = total;
  }
  expect(charged).toEqual([1016, 1016, 1016]);
  // 3048.4: together as if at once.
  expect(charged.reduce((sum, amount) => sum + amount)).toBe(3048);
});

test("where another price was agreed within the period, more spots cost that price alone", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  for (const price of [1000, 2000]) {
    await itIsDecember(cast);
    const { offer: before, subscription } = await getAddSeatsPage(admin, "5");
    const { total } = subscription;
    const seenAmount = before?.price?.amount ?? 0;
    await addSeats(admin, input({ total: total + 5, seenTotal: total, seenAmount }));
    await itIsDecember(cast, { unit_price: price });
    const { offer } = await getAddSeatsPage(admin, "31");
    expect(offer?.price?.amount).toBe(21 * price);
  }
});

test("a year is counted by its days too", async () => {
  const cast = await buildCast();
  await itIsDecember(cast, {
    interval: "year",
    unit_price: 15_000,
    period_end: "2027-12-01",
    renews_at: new Date("2027-12-01T00:00:00Z"),
  });
  const { offer } = await getAddSeatsPage(await member(cast.admin), "1");
  expect(offer?.price).toEqual({ amount: 14_589, days: 355, ofDays: 365 });
});

test("on trial nothing is charged, with a card or without", async () => {
  const cast = await buildCast();
  await itIsDecember(cast, { status: "trial" });
  await sql`
    update accounts set card_last4 = null, card_holder_name = null where id = ${cast.accountId}`;
  const admin = await member(cast.admin);
  const { offer, whyNot } = await getAddSeatsPage(admin, "2");
  expect({ offer, whyNot }).toEqual({ offer: { more: 2, total: 12, price: null }, whyNot: null });
  const event = await addSeats(admin, input({ seenAmount: 0 }));
  expect(event.data.charged).toBeNull();
  expect(await invoicesOf(cast)).toEqual([]);
  expect(await spotsOf(cast)).toMatchObject({ total: 12 });
});

test.each([
  ["past due", "payment_due"],
  ["ended", "subscription_over"],
  ["without a card", "no_card"],
  ["kept to Owners", "spots_kept_to_owners"],
] as const)("%s it is refused, and the page says so first", async (what, code) => {
  const cast = await buildCast();
  await itIsDecember(
    cast,
    what === "past due"
      ? { status: "past_due", past_due_since: decemberDay(1), read_only_at: decemberDay(15) }
      : what === "ended"
        ? { status: "ended", read_only_at: decemberDay(1) }
        : {},
  );
  if (what === "without a card") {
    await sql`
      update accounts set card_last4 = null, card_holder_name = null where id = ${cast.accountId}`;
  }
  if (what === "kept to Owners") await keepSpotsToOwners(cast);
  const admin = await member(cast.admin);
  expect(await getAddSeatsPage(admin, "2")).toMatchObject({ whyNot: code, offer: null });
  await expectRefusal(() => addSeats(admin, input()), code);
});

test("an Owner adds them where they are kept to Owners, and a user never does", async () => {
  const cast = await buildCast();
  await itIsDecember(cast);
  await keepSpotsToOwners(cast);
  const user = await member(cast.user);
  await expectRefusal(() => addSeats(user, input()), "not_admin");
  await addSeats(await member(cast.owner), input());
  expect(await spotsOf(cast)).toMatchObject({ total: 12 });
});

test("a total that somebody has changed meanwhile is asked for again", async () => {
  const cast = await buildCast();
  await itIsDecember(cast);
  const admin = await member(cast.admin);
  await addSeats(await member(cast.owner), input());
  await expectRefusal(() => addSeats(admin, input()), "spots_changed", {
    by: "Olivia Okafor",
    total: 12,
  });
  await expectRefusal(() => addSeats(admin, input({ seenTotal: 12, total: 12 })), "not_more", {
    total: 12,
  });
});

test("a sum of yesterday is asked for again", async () => {
  const cast = await buildCast();
  await itIsDecember(cast);
  const admin = await member(cast.admin);
  setClock(new Date("2026-12-12T00:00:00Z"));
  await expectRefusal(() => addSeats(admin, input()), "price_changed", {
    price: { amount: 1935, currency: "USD" },
  });
  setClock(new Date("2026-12-11T23:59:59.999Z"));
  await addSeats(admin, input());
});

test("the day is the one on the account's clock", async () => {
  const cast = await buildCast();
  await itIsDecember(cast, { renews_at: new Date("2027-01-01T05:00:00Z") });
  await sql`update accounts set time_zone = 'America/New_York' where id = ${cast.accountId}`;
  setClock(new Date("2026-12-12T04:59:59Z"));
  const { offer } = await getAddSeatsPage(await member(cast.admin), "2");
  expect(offer?.price).toMatchObject({ amount: 2032, days: 21 });
});

test("of two admins at once one adds, and the other is told who was first", async () => {
  const cast = await buildCast();
  await itIsDecember(cast);
  const people = [await member(cast.admin), await member(cast.admin2)];
  const results = await startTogether(
    cast.accountId,
    people.map((each) => () => addSeats(each, input())),
  );
  const lost = results.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  expect(lost).toHaveLength(1);
  expect(lost[0]).toMatchObject({ code: "spots_changed", facts: { total: 12 } });
  expect(await spotsOf(cast)).toMatchObject({ total: 12 });
  expect(await invoicesOf(cast)).toHaveLength(1);
});

test("the same form sent again shows what it did the first time, also at the same moment", async () => {
  const cast = await buildCast();
  await itIsDecember(cast);
  const admin = await member(cast.admin);
  const form = input();
  const [first, second] = await Promise.all([addSeats(admin, form), addSeats(admin, form)]);
  const third = await addSeats(admin, form);
  expect([second.id, third.id]).toEqual([first.id, first.id]);
  expect(await spotsOf(cast)).toMatchObject({ total: 12 });
  expect(await invoicesOf(cast)).toHaveLength(1);
  const other = await member(cast.admin2);
  await expectRefusal(() => addSeats(other, form), "request_reused");
});

test("a scheduled reduction is chosen about, and stays or goes in the same step", async () => {
  const cast = await buildCast();
  await itIsDecember(cast);
  const scheduleId = await scheduleEight(cast);
  const admin = await member(cast.admin);
  await expectRefusal(() => addSeats(admin, input()), "spots_changed");
  await expectRefusal(() => addSeats(admin, input({ scheduleId })), "choose_reduction", {
    count: 8,
    on: "2027-01-01T00:00:00.000Z",
  });
  await addSeats(admin, input({ scheduleId, reduction: "keep" }));
  expect(await spotsOf(cast)).toEqual({ total: 12, used: 5, scheduled: 8 });
  const { offer } = await getAddSeatsPage(admin, "1");
  await addSeats(
    admin,
    input({
      total: 13,
      seenTotal: 12,
      seenAmount: offer?.price?.amount,
      scheduleId,
      reduction: "cancel",
    }),
  );
  expect(await spotsOf(cast)).toEqual({ total: 13, used: 5, scheduled: null });
  expect(await ledgerOf(cast)).toEqual([
    { kind: "opened", from: 0, to: 10 },
    { kind: "scheduled", from: 10, to: 8 },
    { kind: "added", from: 10, to: 12 },
    { kind: "added", from: 12, to: 13 },
    { kind: "cancelled", from: 13, to: 8 },
  ]);
  expect(await eventKindsOf(cast)).toEqual([
    "seats.reduction_scheduled",
    "seats.added",
    "seats.reduction_cancelled",
    "seats.added",
  ]);
});

test("another account's reduction, or one that is over, is none of these", async () => {
  const cast = await buildCast();
  await itIsDecember(cast);
  const elsewhere = await buildCast();
  await itIsDecember(elsewhere);
  const scheduleId = await scheduleEight(elsewhere);
  const admin = await member(cast.admin);
  for (const id of [scheduleId, randomUUID()]) {
    const form = input({ scheduleId: id, reduction: "cancel" });
    await expectRefusal(() => addSeats(admin, form), "spots_changed");
  }
  expect(await spotsOf(elsewhere)).toMatchObject({ scheduled: 8 });
});

test("a renewal that is due comes first, and the page shows the new period", async () => {
  const cast = await buildCast();
  await itIsDecember(cast);
  await scheduleEight(cast);
  setClock(new Date("2027-01-01T00:00:00Z"));
  const admin = await member(cast.admin);
  const { offer, subscription } = await getAddSeatsPage(admin, "2");
  expect(subscription).toMatchObject({ total: 8, periodStart: "2027-01-01", schedule: null });
  expect(offer).toMatchObject({ total: 10, price: { amount: 3000, days: 31, ofDays: 31 } });
  await expectRefusal(() => addSeats(admin, input()), "spots_changed", { total: 8 });
});

test("what is asked for in the address is a number, or why it is none", async () => {
  const cast = await buildCast();
  await itIsDecember(cast);
  const admin = await member(cast.admin);
  const whole = "Enter a whole number, such as 2.";
  const most = "There can be at most 100,000 user spots, so you can add 99,990 at most.";
  const bad: [unknown, string][] = [
    ...["", "-1", "3.5", "ten", "1e9", "+2", "１２", ["1", "2"]].map((text): [unknown, string] => [
      text,
      whole,
    ]),
    ["0", "Add at least one user spot."],
    ["99991", most],
    ["9".repeat(400), most],
  ];
  for (const [count, error] of bad) {
    expect(await getAddSeatsPage(admin, count)).toMatchObject({ error, offer: null });
  }
  for (const [count, more] of [
    [undefined, 1],
    [" 2 ", 2],
    ["1,000", 1000],
    ["99990", 99_990],
  ] as const) {
    expect((await getAddSeatsPage(admin, count)).offer).toMatchObject({ more, total: 10 + more });
  }
});

test("it leads back to pages of users, and nowhere else", () => {
  const sent = { requestId: randomUUID(), total: "12", seenTotal: "10", seenAmount: "2032" };
  const nextOf = (next: unknown) => addSeatsSchema.parse({ ...sent, next }).next;
  const page = `/admin/users/${randomUUID()}`;
  const good = ["/admin/users", "/admin/users/new", `${page}/reactivate`, `${page}/hand-over`];
  expect(good.map(nextOf)).toEqual(good);
  const bad = [
    ...["https://evil.example", "//evil.example", "/admin/users//evil.example", "/admin/users?q=1"],
    ...["/admin/users/new\n", `${page}/inactivate`, page, "/contacts", ["/admin/users"], ""],
    ...["/admin/users/../../x", "javascript:alert(1)", "/ADMIN/users"],
  ];
  expect(bad.map(nextOf)).toEqual(bad.map(() => undefined));
});

test("a total that is no number of spots is refused as such", () => {
  const sent = { requestId: randomUUID(), total: "12", seenTotal: "10", seenAmount: "2032" };
  const huge = "9".repeat(400);
  expect(addSeatsSchema.safeParse({ ...sent, total: huge }).error?.issues[0]?.message).toBe(
    "There can be at most 100,000 user spots.",
  );
  for (const total of ["0", "-1", "1e9", "3.5", "ten", "", "100001", undefined]) {
    expect(addSeatsSchema.safeParse({ ...sent, total }).success).toBe(false);
  }
  expect(addSeatsSchema.safeParse({ ...sent, seenAmount: "20.32" }).success).toBe(false);
});
