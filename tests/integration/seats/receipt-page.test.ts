import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { setClock } from "#lib/clock";
import { addSeats } from "#lib/seats/add-seats";
import { cancelReduction } from "#lib/seats/cancel-reduction";
import { getReceiptPage } from "#lib/seats/receipt-page";
import { reduceSeats } from "#lib/seats/reduce-seats";
import { renewSubscription } from "#lib/seats/renew-subscription";
import { owner as sql } from "#tests/support/attempt";
import { addUsers, buildCast, type Cast, member } from "#tests/support/cast";
import { expectRefusal } from "#tests/support/refused";

afterEach(() => setClock(null));

test("a scheduled reduction is pending, then carried out; both receipts point at each other", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await reduce(cast, 7, "Three left");
  const [, scheduled = ""] = await receiptsOf(cast);
  expect(await getReceiptPage(admin, scheduled)).toMatchObject({
    accountName: "Brightwater",
    number: 2,
    kind: "scheduled",
    from: 10,
    to: 7,
    by: cast.admin.name,
    reason: "Three left",
    invoice: null,
    terms: { interval: "month", currency: "USD", unitPrice: 1500 },
    isPending: true,
    fate: null,
    origin: null,
    replaced: null,
  });
  await renew(cast);
  const [, , reduced = ""] = await receiptsOf(cast);
  expect(await getReceiptPage(admin, scheduled)).toMatchObject({
    isPending: false,
    fate: { id: reduced, number: 3, kind: "reduced", to: 7, by: null },
  });
  expect(await getReceiptPage(admin, reduced)).toMatchObject({
    kind: "reduced",
    from: 10,
    to: 7,
    by: null,
    origin: { id: scheduled, by: cast.admin.name, reason: "Three left" },
    fate: null,
    isPending: false,
  });
});

test("of three that replaced each other each points at the next, and the last is cancelled", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await reduce(cast, 9);
  await reduce(cast, 8);
  await reduce(cast, 7);
  const [, first = "", second = "", third = ""] = await receiptsOf(cast);
  expect(await getReceiptPage(admin, first)).toMatchObject({
    kind: "scheduled",
    isPending: false,
    replaced: null,
    fate: { id: second, kind: "replaced", to: 8 },
  });
  expect(await getReceiptPage(admin, second)).toMatchObject({
    kind: "replaced",
    isPending: false,
    replaced: { id: first, to: 9 },
    fate: { id: third, kind: "replaced", to: 7 },
  });
  expect(await getReceiptPage(admin, third)).toMatchObject({
    kind: "replaced",
    isPending: true,
    replaced: { id: second, to: 8 },
    fate: null,
  });
  const scheduleId = await openScheduleOf(cast);
  await cancelReduction(await member(cast.admin2), { requestId: randomUUID(), scheduleId });
  const cancelled = (await receiptsOf(cast)).at(-1) ?? "";
  expect(await getReceiptPage(admin, third)).toMatchObject({
    isPending: false,
    fate: { id: cancelled, kind: "cancelled", by: cast.admin2.name },
  });
  expect(await getReceiptPage(admin, cancelled)).toMatchObject({
    kind: "cancelled",
    from: 10,
    to: 7,
    isPending: false,
    origin: { id: third },
    replaced: null,
    fate: null,
  });
});

test("one that could not be carried out is kept, and says why", async () => {
  const cast = await buildCast({ seatsTotal: 6 });
  const admin = await member(cast.admin);
  await reduce(cast, 5);
  await addUsers(cast.accountId, "Nele Neu");
  await renew(cast);
  const [, scheduled = "", kept = ""] = await receiptsOf(cast);
  expect(await getReceiptPage(admin, scheduled)).toMatchObject({
    isPending: false,
    fate: { id: kept, kind: "kept", to: 6 },
  });
  expect(await getReceiptPage(admin, kept)).toMatchObject({
    kind: "kept",
    from: 6,
    to: 6,
    reason: "Not reduced to 5, as 6 were used.",
    origin: { id: scheduled, to: 5 },
  });
});

test("added spots name their invoice; on trial there is none", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const adding = { requestId: randomUUID(), total: 12, seenTotal: 10, reason: "" };
  const refused = await addSeats(admin, { ...adding, seenAmount: -1 }).catch(({ facts }) => facts);
  const seenAmount: number = refused.price.amount;
  const { data } = await addSeats(admin, { ...adding, requestId: randomUUID(), seenAmount });
  expect(await getReceiptPage(admin, data.changeId)).toMatchObject({
    kind: "added",
    from: 10,
    to: 12,
    invoice: { number: 1, amount: seenAmount, currency: "USD", status: "paid" },
    origin: null,
    fate: null,
    isPending: false,
  });
  const [opened = ""] = await receiptsOf(cast);
  expect(await getReceiptPage(admin, opened)).toMatchObject({
    number: 1,
    kind: "opened",
    from: 0,
    to: 10,
    by: null,
    invoice: null,
  });
});

test("another account's receipt is not there", async () => {
  const cast = await buildCast();
  await reduce(cast, 8);
  const outsider = await member(cast.outsider);
  for (const id of [...(await receiptsOf(cast)), randomUUID()]) {
    await expectRefusal(() => getReceiptPage(outsider, id), "not_found");
  }
});

async function reduce(cast: Cast, total: number, reason = ""): Promise<void> {
  const scheduleId = (await openScheduleOf(cast)) || undefined;
  const [account] = await sql<{ total: number }[]>`
    select seats_total as total from accounts where id = ${cast.accountId}`;
  const seen = { seenTotal: account?.total ?? 0, scheduleId };
  await reduceSeats(await member(cast.admin), {
    requestId: randomUUID(),
    total,
    reason,
    ...seen,
  });
}

async function renew(cast: Cast): Promise<void> {
  const [row] = await sql<{ at: Date }[]>`
    select renews_at as at from subscriptions where account_id = ${cast.accountId}`;
  setClock(row?.at ?? null);
  await renewSubscription(cast);
}

async function receiptsOf({ accountId }: Cast): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from seat_changes where account_id = ${accountId} order by number`;
  return rows.map(({ id }) => id);
}

async function openScheduleOf({ accountId }: Cast): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select id from seat_schedules where account_id = ${accountId} and ended_at is null`;
  return row?.id ?? "";
}
