import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { getInvoicePage } from "#lib/billing/invoice-page";
import { setClock } from "#lib/clock";
import { cancelReduction } from "#lib/seats/cancel-reduction";
import { reduceSeats } from "#lib/seats/reduce-seats";
import { renewSubscription } from "#lib/seats/renew-subscription";
import { subscriptionPageSchema } from "#lib/seats/schema";
import { toRows } from "#lib/seats/spots-over-time";
import { getSubscriptionPage } from "#lib/seats/subscription-page";
import { owner as sql } from "#tests/support/attempt";
import { addUsers, buildCast, type Cast, member } from "#tests/support/cast";
import { insertInvoice } from "#tests/support/subscriptions";

afterEach(() => setClock(null));

const request = () => ({ requestId: randomUUID() });

test("a young account has its first day, one row of the ledger, no invoice and nothing scheduled", async () => {
  const cast = await buildCast();
  const page = await getSubscriptionPage(await member(cast.admin));
  expect(page.subscription).toMatchObject({ total: 10, used: 5, schedule: null });
  expect(page.bill).toEqual({
    now: { amount: 15_000, currency: "USD" },
    later: { amount: 15_000, currency: "USD" },
    laterTotal: 10,
  });
  const { today } = page.overTime;
  expect(page.overTime).toEqual({
    ...{ from: today, today },
    spots: [{ on: today, count: 10 }],
    used: [{ on: today, count: 5 }],
  });
  expect(page.ledger).toMatchObject({ count: 1, newer: null, older: null });
  expect(page.ledger.rows).toMatchObject([{ number: 1, kind: "opened", fromTotal: 0, by: null }]);
  expect(page.invoices).toEqual({ rows: [], count: 0, newer: null, older: null });
  expect([page.scheduled, page.cancellation, page.whyNot]).toEqual([null, null, null]);
});

test("a scheduled change, its cancellation and who did both are on the page", async () => {
  const cast = await buildCast();
  const [admin, other] = [await member(cast.admin), await member(cast.admin2)];
  await reduceSeats(admin, { ...request(), total: 7, seenTotal: 10, reason: "Quiet winter" });
  const page = await getSubscriptionPage(other);
  expect(page.subscription.schedule).toMatchObject({ toTotal: 7, by: cast.admin.name });
  expect(page.scheduled).toEqual({ toTotal: 7, on: page.subscription.periodEnd });
  expect(page.bill).toMatchObject({ now: { amount: 15_000 }, later: { amount: 10_500 } });

  const scheduleId = page.subscription.schedule?.id ?? "";
  const { data } = await cancelReduction(other, { ...request(), scheduleId });
  const after = await getSubscriptionPage(other, { cancelled: data.changeId });
  expect(after.subscription.schedule).toBeNull();
  expect(after.cancellation).toMatchObject({ by: cast.admin2.name, toTotal: 7 });
  expect(after.ledger.rows.map(({ kind, by, reason }) => [kind, by, reason])).toEqual([
    ["cancelled", cast.admin2.name, ""],
    ["scheduled", cast.admin.name, "Quiet winter"],
    ["opened", null, "Account opened"],
  ]);
});

test("what the program carried out names who had scheduled it, and the picture steps down that day", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await reduceSeats(admin, { ...request(), total: 7, seenTotal: 10, reason: "" });
  setClock((await getSubscriptionPage(admin)).subscription.renewsAt);
  await renewSubscription(cast);
  const { ledger, overTime, invoices } = await getSubscriptionPage(admin);
  expect(ledger.rows[0]).toMatchObject({ kind: "reduced", by: null, scheduledBy: cast.admin.name });
  expect(overTime.spots).toEqual([
    { on: overTime.from, count: 10 },
    { on: overTime.today, count: 7 },
  ]);
  expect(invoices.rows).toMatchObject([
    { number: 1, kind: "period", status: "paid", amount: 10_500, spots: 7 },
  ]);
  expect(invoices.rows[0]).toMatchObject({ fromOn: overTime.today });
});

test("what is due is carried out before it is shown, also before the job has come", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await reduceSeats(admin, { ...request(), total: 7, seenTotal: 10, reason: "" });
  setClock((await getSubscriptionPage(admin)).subscription.renewsAt);
  const { subscription, scheduled, invoices } = await getSubscriptionPage(admin);
  expect([subscription.total, scheduled, invoices.count]).toEqual([7, null, 1]);
});

test("more used than scheduled: the page says how many would be left", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await reduceSeats(admin, { ...request(), total: 5, seenTotal: 10, reason: "" });
  await addUsers(cast.accountId, "Nele Neu", "Otto Ost");
  expect((await getSubscriptionPage(admin)).bill.laterTotal).toBe(7);
});

test("the picture begins twelve months ago with what was there before, and counts days on the account's clock", async () => {
  const cast = await buildCast({ seatsTotal: 30 });
  await sql`update accounts set time_zone = 'Pacific/Auckland' where id = ${cast.accountId}`;
  await sql`delete from seats_used_by_day where account_id = ${cast.accountId}`;
  await sql`
    insert into seats_used_by_day (account_id, "on", used) values
      (${cast.accountId}, '2024-01-01', 1), (${cast.accountId}, '2024-05-01', 3),
      (${cast.accountId}, '2026-02-01', 4)`;
  await sql.begin(async (tx) => {
    await tx`alter table seat_changes disable trigger seat_changes_are_append_only`;
    await tx`
      update seat_changes set at = '2024-01-01', effective_at = '2024-01-01'
      where account_id = ${cast.accountId}`;
    await tx`alter table seat_changes enable trigger seat_changes_are_append_only`;
  });
  // Late in the evening in UTC is the next day there; of two on one day the second one counts.
  await change(cast, 30, 31, "2026-02-09T22:00:00Z");
  await change(cast, 31, 35, "2026-02-10T08:00:00Z");
  setClock(new Date("2026-11-28T20:00:00Z"));
  const { overTime } = await getSubscriptionPage(await member(cast.admin));
  expect(overTime).toEqual({
    ...{ from: "2025-11-29", today: "2026-11-29" },
    spots: [
      { on: "2025-11-29", count: 30 },
      { on: "2026-02-10", count: 35 },
    ],
    used: [
      { on: "2025-11-29", count: 3 },
      { on: "2026-02-01", count: 4 },
    ],
  });
  expect(toRows(overTime)).toHaveLength(14);
});

test("a long ledger comes in pages of fifty, and invoices in dozens, each row once", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  for (let total = 10; total < 115; total++) await change(cast, total, total + 1, "2026-11-01");
  for (let number = 1; number <= 25; number++) await insertInvoice(sql, cast.accountId, "paid");
  const numbers: number[] = [];
  let changesBelow: number | undefined;
  for (let pages = 0; pages < 3; pages++) {
    const { ledger } = await getSubscriptionPage(admin, { changesBelow });
    numbers.push(...ledger.rows.map(({ number }) => number));
    expect(ledger.count).toBe(106);
    expect(ledger.newer).toBe([null, 0, 57][pages]);
    changesBelow = ledger.older ?? undefined;
  }
  expect(changesBelow).toBeUndefined();
  expect(numbers).toEqual(Array.from({ length: 106 }, (_, at) => 106 - at));
  const { invoices } = await getSubscriptionPage(admin, { invoicesBelow: 14 });
  expect(invoices.rows.map(({ number }) => number)).toEqual(
    Array.from({ length: 12 }, (_, at) => 13 - at),
  );
  expect([invoices.count, invoices.newer, invoices.older]).toEqual([25, 0, 2]);
});

test.each([["0"], ["-1"], ["1.5"], ["ten"], ["99999999999"], [["3", "4"]], [""], [undefined]])(
  "an address that asks for the page below %j is that of the newest",
  (below) => {
    const asked = subscriptionPageSchema.parse({
      ...{ changesBelow: below, invoicesBelow: below },
      cancelled: "no id",
    });
    expect(asked).toEqual({
      ...{ changesBelow: undefined, invoicesBelow: undefined, cancelled: undefined },
    });
  },
);

test("an invoice shows its lines; no other account's, and no number that is none", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  setClock((await getSubscriptionPage(admin)).subscription.renewsAt);
  await renewSubscription(cast);
  const page = await getInvoicePage(admin, "1");
  expect(page?.invoice).toMatchObject({ number: 1, amount: 15_000, cardLast4: "4242" });
  expect(page?.lines).toMatchObject([{ quantity: 10, unitPrice: 1500, amount: 15_000 }]);
  const [line] = page?.lines ?? [];
  expect(line?.ofDays).toBe(line?.days);
  const outsider = await member(cast.outsider);
  for (const number of ["1", "2"]) expect(await getInvoicePage(outsider, number)).toBeNull();
  for (const odd of ["0", "-1", "1.5", "01", "99999999999", "1e1", "one", " 1", "", "2"]) {
    expect([odd, await getInvoicePage(admin, odd)]).toEqual([odd, null]);
  }
});

test("another account's ledger, invoices, picture and cancellation are nobody's here", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await reduceSeats(admin, { ...request(), total: 7, seenTotal: 10, reason: "" });
  const { subscription } = await getSubscriptionPage(admin);
  const scheduleId = subscription.schedule?.id ?? "";
  const outsider = await member(cast.outsider);
  await expect(cancelReduction(outsider, { ...request(), scheduleId })).rejects.toMatchObject({
    code: "reduction_ended",
  });
  const { data } = await cancelReduction(admin, { ...request(), scheduleId });
  const page = await getSubscriptionPage(outsider, { cancelled: data.changeId });
  expect(page.subscription).toMatchObject({ total: 3, used: 1, schedule: null });
  expect(page.ledger.rows).toMatchObject([{ kind: "opened", toTotal: 3 }]);
  expect(page.overTime.used).toMatchObject([{ count: 1 }]);
  expect(page.cancellation).toBeNull();
});

test("a row of the ledger that is no cancellation is none", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const { ledger } = await getSubscriptionPage(admin);
  const page = await getSubscriptionPage(admin, { cancelled: ledger.rows[0]?.id });
  expect(page.cancellation).toBeNull();
});

async function change({ accountId }: Cast, from: number, to: number, at: string): Promise<void> {
  await sql`
    insert into seat_changes (account_id, kind, at, effective_at, from_total, to_total, reason)
    values (${accountId}, 'added', ${at}, ${at}, ${from}, ${to}, '')`;
}
