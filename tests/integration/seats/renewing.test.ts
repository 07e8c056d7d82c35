import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { setClock } from "#lib/clock";
import { addSeats } from "#lib/seats/add-seats";
import { cancelReduction } from "#lib/seats/cancel-reduction";
import { reduceSeats } from "#lib/seats/reduce-seats";
import { renewSubscription } from "#lib/seats/renew-subscription";
import { owner } from "#tests/support/attempt";
import { addUsers, buildCast, type Cast, member } from "#tests/support/cast";

afterEach(() => setClock(null));

test("a reduction waits for the renewal, and is carried out once, however often the job runs", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await reduceSeats(admin, { requestId: randomUUID(), total: 7, seenTotal: 10, reason: "" });
  expect(await totals(cast)).toEqual({ total: 10, used: 5 });
  await renewSubscription(cast);
  expect(await totals(cast)).toEqual({ total: 10, used: 5 });

  setClock(await renewsAt(cast));
  await Promise.all([renewSubscription(cast), renewSubscription(cast)]);
  await renewSubscription(cast);
  expect(await totals(cast)).toEqual({ total: 7, used: 5 });
  expect(await ledger(cast)).toEqual([
    { kind: "opened", from: 0, to: 10 },
    { kind: "scheduled", from: 10, to: 7 },
    { kind: "reduced", from: 10, to: 7 },
  ]);
  expect(await invoices(cast)).toEqual([{ number: 1, amount: 10_500, status: "paid" }]);
});

test("where more spots are used by then, so many stay", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await reduceSeats(admin, { requestId: randomUUID(), total: 5, seenTotal: 10, reason: "" });
  await addUsers(cast.accountId, "Nele Neu");
  setClock(await renewsAt(cast));
  await renewSubscription(cast);
  expect(await totals(cast)).toEqual({ total: 6, used: 6 });
});

test("spots are added at once, for the rest of the period", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const adding = { requestId: randomUUID(), total: 12, seenTotal: 10, reason: "" };
  await expect(addSeats(admin, { ...adding, seenAmount: 1 })).rejects.toMatchObject({
    code: "price_changed",
  });
  const [{ days, of } = { days: 0, of: 1 }] = await owner<{ days: number; of: number }[]>`
    select period_end - (now() at time zone 'UTC')::date as days, period_end - period_start as of
    from subscriptions where account_id = ${cast.accountId}`;
  const seenAmount = Math.round((2 * 1500 * days) / of);
  const event = await addSeats(admin, { ...adding, seenAmount });
  expect(event.data.charged).toEqual({ amount: seenAmount, currency: "USD", invoiceNumber: 1 });
  expect(await totals(cast)).toEqual({ total: 12, used: 5 });
});

test("a reduction is cancelled until the renewal, and not after it", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await reduceSeats(admin, { requestId: randomUUID(), total: 7, seenTotal: 10, reason: "" });
  const scheduleId = await openSchedule(cast);
  await cancelReduction(admin, { requestId: randomUUID(), scheduleId });
  expect((await ledger(cast)).at(-1)).toEqual({ kind: "cancelled", from: 10, to: 7 });
  await expect(
    cancelReduction(admin, { requestId: randomUUID(), scheduleId }),
  ).rejects.toMatchObject({ code: "reduction_ended" });
});

async function totals({ accountId }: Cast) {
  const [row] = await owner`
    select seats_total as total, seats_used as used from accounts where id = ${accountId}`;
  return row;
}

async function renewsAt({ accountId }: Cast): Promise<Date> {
  const [row] = await owner<{ at: Date }[]>`
    select renews_at as at from subscriptions where account_id = ${accountId}`;
  return row?.at ?? new Date(0);
}

function ledger({ accountId }: Cast) {
  return owner`
    select kind, from_total as from, to_total as to from seat_changes
    where account_id = ${accountId} order by number`;
}

function invoices({ accountId }: Cast) {
  return owner`
    select number, amount::int, status from invoices where account_id = ${accountId} order by number`;
}

async function openSchedule({ accountId }: Cast): Promise<string> {
  const [row] = await owner<{ id: string }[]>`
    select id from seat_schedules where account_id = ${accountId} and ended_at is null`;
  return row?.id ?? "";
}
