import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { setClock } from "#lib/clock";
import { recordPayment } from "#lib/seats/record-payment";
import { renewSubscription } from "#lib/seats/renew-subscription";
import { owner as sql } from "#tests/support/attempt";
import { eventsOf, fallPastDue, owing } from "#tests/support/cards";
import { buildCast } from "#tests/support/cast";
import { mailsOf } from "#tests/support/jobs";
import { startTogether } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";
import { insertInvoice } from "#tests/support/subscriptions";

afterEach(() => setClock(null));

const at = new Date("2026-11-20T12:00:00Z");
const graceEnds = new Date("2026-12-04T12:00:00Z");

test("a charge that failed leaves two weeks, and tells the payer and every admin", async () => {
  const { accountId, ...cast } = await withInvoice();
  setClock(at);
  const result = await recordPayment({ accountId, invoiceNumber: 1, outcome: "failed" });
  expect(result).toEqual({
    ...{ amount: 15_000, currency: "USD", isNew: true, readOnlyFrom: "4 Dec 2026" },
  });
  expect(await owing(accountId)).toEqual({
    ...{ status: "past_due", since: at, readOnlyAt: graceEnds, invoices: ["open"] },
  });
  const [event] = await sql`
    select kind, actor_kind as by, data from audit_events where account_id = ${accountId}`;
  expect(event).toEqual({
    ...{ kind: "invoice.unpaid", by: "system" },
    data: { invoiceNumber: 1, amount: 15_000, currency: "USD", readOnlyFrom: "4 Dec 2026" },
  });
  const mails = await mailsOf(accountId);
  expect(mails.map(({ userId, address }) => userId ?? address).sort()).toEqual(
    [cast.owner.id, cast.admin.id, cast.admin2.id, "billing@payer.example"].sort(),
  );
  expect(mails[0]).toMatchObject({
    kind: "payment_due",
    data: { number: 1, amount: 15_000, currency: "USD", readOnlyAt: graceEnds.toISOString() },
  });
});

test("where the period ends within the two weeks, the day that is told is its end", async () => {
  const { accountId } = await withInvoice();
  const renewsAt = new Date("2026-11-25T00:00:00Z");
  await sql`
    update subscriptions set renews_at = ${renewsAt} where account_id = ${accountId}`;
  setClock(at);
  const told = { accountId, invoiceNumber: 1, outcome: "failed" } as const;
  expect(await recordPayment(told)).toMatchObject({ readOnlyFrom: "25 Nov 2026" });
  expect(await owing(accountId)).toMatchObject({ status: "past_due", readOnlyAt: renewsAt });
  expect(await mailsOf(accountId)).toMatchObject(
    Array.from({ length: 4 }, () => ({ data: { readOnlyAt: renewsAt.toISOString() } })),
  );
  setClock(renewsAt);
  await renewSubscription({ accountId });
  expect(await owing(accountId)).toMatchObject({ status: "ended", readOnlyAt: renewsAt });
});

test("paid after that, everything works again", async () => {
  const { accountId } = await withInvoice();
  await recordPayment({ accountId, invoiceNumber: 1, outcome: "failed" });
  const paid = await recordPayment({ accountId, invoiceNumber: 1, outcome: "paid" });
  expect(paid).toMatchObject({ isNew: true });
  expect(await owing(accountId)).toEqual({
    ...{ status: "active", since: null, readOnlyAt: null, invoices: ["paid"] },
  });
  expect(await eventsOf(accountId)).toEqual(["invoice.unpaid", "invoice.paid"]);
});

test.each(["failed", "paid"] as const)(
  "%s, told twice or at once, is done once",
  async (outcome) => {
    const { accountId } = await withInvoice(outcome === "paid" ? "open" : "paid");
    const told = { accountId, invoiceNumber: 1, outcome };
    const results = await startTogether(accountId, [
      () => recordPayment(told),
      () => recordPayment(told),
    ]);
    const news = results.map((each) => each.status === "fulfilled" && each.value.isNew);
    expect(news.sort()).toEqual([false, true]);
    const before = await owing(accountId);
    expect(await recordPayment(told)).toMatchObject({ isNew: false, readOnlyFrom: null });
    expect(await owing(accountId)).toEqual(before);
    expect(await eventsOf(accountId)).toHaveLength(1);
  },
);

test("as long as another invoice is owed, the account stays so; a second one moves no date", async () => {
  const { accountId } = await withInvoice();
  await insertInvoice(sql, accountId, "paid");
  setClock(at);
  await recordPayment({ accountId, invoiceNumber: 1, outcome: "failed" });
  setClock(new Date("2026-11-22T12:00:00Z"));
  await recordPayment({ accountId, invoiceNumber: 2, outcome: "failed" });
  const owed = { status: "past_due", since: at, readOnlyAt: graceEnds };
  expect(await owing(accountId)).toEqual({ ...owed, invoices: ["open", "open"] });
  await recordPayment({ accountId, invoiceNumber: 1, outcome: "paid" });
  expect(await owing(accountId)).toEqual({ ...owed, invoices: ["paid", "open"] });
  await recordPayment({ accountId, invoiceNumber: 2, outcome: "paid" });
  expect(await owing(accountId)).toMatchObject({ status: "active", readOnlyAt: null });
});

test("what has ended stays ended, whatever is paid or not", async () => {
  const { accountId } = await withInvoice();
  const readOnlyAt = new Date("2026-11-10T00:00:00Z");
  await sql`
    update subscriptions set status = 'ended', read_only_at = ${readOnlyAt}
    where account_id = ${accountId}`;
  const ended = { status: "ended", since: null, readOnlyAt };
  await recordPayment({ accountId, invoiceNumber: 1, outcome: "failed" });
  expect(await owing(accountId)).toEqual({ ...ended, invoices: ["open"] });
  // Everything works until a day that is over: nobody is written that.
  expect(await mailsOf(accountId)).toEqual([]);
  await recordPayment({ accountId, invoiceNumber: 1, outcome: "paid" });
  expect(await owing(accountId)).toEqual({ ...ended, invoices: ["paid"] });
});

test("no invoice, no account, another account's: nothing is changed", async () => {
  const { accountId, outsider } = await withInvoice();
  const outcome = "failed" as const;
  for (const wrong of [
    { accountId, invoiceNumber: 2, outcome },
    { accountId: outsider.accountId, invoiceNumber: 1, outcome },
    { accountId: randomUUID(), invoiceNumber: 1, outcome },
  ]) {
    await expectRefusal(() => recordPayment(wrong), "not_found");
  }
});

test("paid in the second of the renewal: the period was over unpaid, whoever comes first", async () => {
  for (let round = 0; round < 50; round++) {
    const cast = await buildCast();
    const { accountId } = cast;
    await fallPastDue(accountId, new Date(Date.now() - 1000));
    const [subscription] = await sql<{ at: Date }[]>`
      select renews_at as at from subscriptions where account_id = ${accountId}`;
    setClock(subscription?.at ?? null);
    await startTogether<unknown>(accountId, [
      () => renewSubscription(cast),
      () => recordPayment({ accountId, invoiceNumber: 1, outcome: "paid" }),
    ]);
    setClock(null);
    expect(await owing(accountId)).toMatchObject({ status: "ended", invoices: ["paid"] });
  }
});

async function withInvoice(status: "open" | "paid" = "paid") {
  const cast = await buildCast();
  if (status === "open") await fallPastDue(cast.accountId, new Date(Date.now() + 1000));
  else await insertInvoice(sql, cast.accountId, status);
  await sql`
    update subscriptions set renews_at = '2099-01-01' where account_id = ${cast.accountId}`;
  return cast;
}
