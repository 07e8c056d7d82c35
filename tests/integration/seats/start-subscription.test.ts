import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { setClock } from "#lib/clock";
import { addContact } from "#lib/contacts/add-contact";
import { renewSubscription } from "#lib/seats/renew-subscription";
import { startSubscription } from "#lib/seats/start-subscription";
import { getSubscriptionStatus } from "#lib/seats/subscription-status";
import { owner as sql } from "#tests/support/attempt";
import { addUsers, buildCast, type Cast, member } from "#tests/support/cast";
import { addingOf } from "#tests/support/contact-forms";
import { mailsOf } from "#tests/support/jobs";
import { startTogether } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";
import { endSubscription, leaveUnpaid } from "#tests/support/unpaid";

const price = 15_000;

afterEach(() => setClock(null));

test("an Owner starts it again: a whole period from today, charged at once, and all can work", async () => {
  const cast = await ended();
  const user = await member(cast.user);
  const contact = () => addContact(user, addingOf());
  await expectRefusal(contact, "account_read_only");
  const event = await startSubscription(await member(cast.owner), input());
  expect(event).toMatchObject({
    kind: "subscription.started",
    data: { seats: 10, invoiceNumber: 1, amount: price, currency: "USD" },
  });
  expect(await rowOf(cast)).toMatchObject({
    ...{ status: "active", period: 0, isToday: true, isAnchored: true, months: 1 },
    ...{ cancelledAt: null, cancelledBy: null, readOnlyAt: null, pastDueSince: null },
  });
  expect(await invoicesOf(cast)).toEqual([
    { number: 1, amount: price, status: "paid", quantity: 10, whole: true },
  ]);
  expect(await mailsOf(cast.accountId)).toMatchObject([
    { address: "billing@payer.example", kind: "invoice_issued", data: { amount: price } },
  ]);
  await contact();
});

test("sent twice, it is charged once; another form hears who started it and when", async () => {
  const cast = await ended();
  const owner = await member(cast.owner);
  const form = input();
  const first = await startSubscription(owner, form);
  expect((await startSubscription(owner, form)).id).toBe(first.id);
  await expectRefusal(() => startSubscription(owner, input()), "subscription_runs", {
    by: "Olivia Okafor",
    at: first.at.toISOString(),
  });
  expect(await invoicesOf(cast)).toHaveLength(1);
});

test("two Owners at once begin one period", async () => {
  const cast = await ended();
  await sql`update users set is_owner = true where id = ${cast.admin.id}`;
  const owners = [await member(cast.owner), await member(cast.admin)];
  const results = await startTogether(
    cast.accountId,
    owners.map((owner) => () => startSubscription(owner, input())),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await invoicesOf(cast)).toHaveLength(1);
});

test("not by an admin, without a card, for another sum, or while an invoice is open", async () => {
  const cast = await ended();
  const owner = await member(cast.owner);
  const admin = await member(cast.admin);
  await expectRefusal(() => startSubscription(admin, input()), "not_owner");
  const other = { ...input(), seenAmount: price - 1 };
  await expectRefusal(() => startSubscription(owner, other), "price_changed", {
    price: { amount: 15_000, currency: "USD" },
  });
  await sql`update accounts set card_last4 = null, card_holder_name = null, billing_email = null
    where id = ${cast.accountId}`;
  await expectRefusal(() => startSubscription(owner, input()), "no_card");
  await leaveUnpaid(sql, cast.accountId, 30);
  await endSubscription(sql, cast.accountId);
  await expectRefusal(() => startSubscription(owner, input()), "payment_due");
  const facts = await getSubscriptionStatus(owner);
  expect(facts.whyNot.start).toBe("payment_due");
  expect(facts.open).toEqual([{ number: 1, amount: 13_500, currency: "USD" }]);
});

test("not while it runs, is on trial or past due; nor is anybody else's started", async () => {
  const cast = await buildCast();
  const owner = await member(cast.owner);
  await expectRefusal(() => startSubscription(owner, input()), "subscription_runs");
  await sql`update subscriptions set status = 'trial' where account_id = ${cast.accountId}`;
  await expectRefusal(() => startSubscription(owner, input()), "subscription_runs");
  await leaveUnpaid(sql, cast.accountId, 3);
  await expectRefusal(() => startSubscription(owner, input()), "subscription_runs");
  await endSubscription(sql, cast.outsider.accountId);
  await expectRefusal(() => startSubscription(owner, input()), "subscription_runs");
});

test("a renewal that is due ends it first, and it is started from there", async () => {
  const cast = await buildCast();
  const owner = await member(cast.owner);
  await sql`update subscriptions set cancelled_at = now() where account_id = ${cast.accountId}`;
  setClock(await renewsAt(cast));
  await startSubscription(owner, input());
  expect(await renewSubscription(cast)).toBe("not yet due");
  const log = await sql`
    select kind from audit_events where account_id = ${cast.accountId} order by id`;
  expect(log.map(({ kind }) => kind)).toEqual(["subscription.ended", "subscription.started"]);
});

test("by the year it costs a year, and begun on 29 February it ends on the 28th", async () => {
  const cast = await ended();
  await sql`update subscriptions set interval = 'year', unit_price = 15000
    where account_id = ${cast.accountId}`;
  setClock(new Date("2028-02-29T12:00:00Z"));
  const owner = await member(cast.owner);
  const { again } = await getSubscriptionStatus(owner);
  expect(again).toEqual({
    offers: [
      { seats: 5, amount: 75_000 },
      { seats: 10, amount: 150_000 },
    ],
    currency: "USD",
    until: new Date("2029-02-28T00:00:00Z"),
  });
  const event = await startSubscription(owner, { ...input(), seenAmount: 150_000 });
  expect(event.data.until).toBe("28 Feb 2029");
});

test("with only the spots that are used, the others go first and are not charged", async () => {
  const cast = await ended();
  const owner = await member(cast.owner);
  await startSubscription(owner, { ...input(), total: 5, seenAmount: 7_500 });
  expect(await invoicesOf(cast)).toMatchObject([{ amount: 7_500, quantity: 5 }]);
  const ledger = await sql`
    select kind, from_total, to_total, by_user_id from seat_changes
    where account_id = ${cast.accountId} and number > 1`;
  expect(ledger).toEqual([
    { kind: "reduced", from_total: 10, to_total: 5, by_user_id: cast.owner.id },
  ]);
  const log = await sql`
    select kind from audit_events where account_id = ${cast.accountId} order by id`;
  expect(log.map(({ kind }) => kind).slice(-2)).toEqual(["seats.reduced", "subscription.started"]);
});

test("with any other number of spots, or one used meanwhile, nothing is begun", async () => {
  const cast = await ended();
  const owner = await member(cast.owner);
  for (const total of [4, 7, 11]) {
    await expectRefusal(
      () => startSubscription(owner, { ...input(), total, seenAmount: total * 1_500 }),
      "spots_changed",
    );
  }
  await addUsers(cast.accountId, "Nele Neu");
  await expectRefusal(
    () => startSubscription(owner, { ...input(), total: 5, seenAmount: 7_500 }),
    "spots_changed",
  );
  expect(await invoicesOf(cast)).toEqual([]);
});

test("today is what the account's clock shows", async () => {
  const cast = await ended();
  await sql`update accounts set time_zone = 'Pacific/Auckland' where id = ${cast.accountId}`;
  setClock(new Date("2027-01-31T11:30:00Z"));
  await startSubscription(await member(cast.owner), input());
  const [row] = await sql`
    select period_start::text as start, period_end::text as end, renews_at as at
    from subscriptions where account_id = ${cast.accountId}`;
  expect(row).toEqual({
    start: "2027-02-01",
    end: "2027-03-01",
    at: new Date("2027-02-28T11:00:00Z"),
  });
});

function input() {
  return { requestId: randomUUID(), total: 10, seenAmount: price };
}

async function ended(): Promise<Cast> {
  const cast = await buildCast();
  await endSubscription(sql, cast.accountId);
  return cast;
}

async function renewsAt({ accountId }: Cast): Promise<Date> {
  const [row] = await sql<{ at: Date }[]>`
    select renews_at as at from subscriptions where account_id = ${accountId}`;
  return row?.at ?? new Date(0);
}

async function rowOf({ accountId }: Cast) {
  const [row] = await sql`
    select status, period, cancelled_at as "cancelledAt", cancelled_by as "cancelledBy",
      read_only_at as "readOnlyAt", past_due_since as "pastDueSince",
      period_start = (now() at time zone 'UTC')::date as "isToday",
      anchor_on = period_start as "isAnchored",
      extract(month from age(period_end, period_start))::int as months
    from subscriptions where account_id = ${accountId}`;
  return row;
}

function invoicesOf({ accountId }: Cast) {
  return sql`
    select i.number, i.amount::int, i.status, l.quantity, l.from_on = l.period_start as whole
    from invoices i join invoice_lines l on l.invoice_id = i.id
    where i.account_id = ${accountId} order by number`;
}
