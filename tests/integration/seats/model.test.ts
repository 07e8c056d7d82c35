import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { addDays, daysBetween, periodAfter, startOfDay } from "#lib/billing/periods";
import { setClock } from "#lib/clock";
import { addSeats } from "#lib/seats/add-seats";
import { cancelReduction } from "#lib/seats/cancel-reduction";
import { reduceSeats } from "#lib/seats/reduce-seats";
import { renewSubscription } from "#lib/seats/renew-subscription";
import { owner } from "#tests/support/attempt";
import { addUsers, buildCast, type Cast, member } from "#tests/support/cast";

const RUNS = Number(process.env.MODEL_RUNS ?? 40);

type Terms = {
  anchor: string;
  interval: "month" | "year";
  timeZone: string;
  currency: string;
  price: number;
};

/** What a bookkeeper would write down: each period's spots, day by day. */
type Book = {
  today: string;
  period: number;
  total: number;
  used: number;
  target: number | null;
  /** Of each period, how many spots were charged for each of its days. */
  charged: Map<string, number[]>;
};

type Step = { what: "add" | "reduce" | "cancel" | "join" | "leave" | "wait"; n: number };

afterEach(() => setClock(null));

test("whatever is added, reduced, cancelled and renewed, the invoices say what each day costs", async () => {
  const terms = fc.record<Terms>({
    anchor: fc.constantFrom("2026-01-31", "2027-12-15", "2028-02-29", "2026-03-08", "2026-10-25"),
    interval: fc.constantFrom("month", "month", "year"),
    timeZone: fc.constantFrom("UTC", "America/New_York", "Europe/London", "Pacific/Kiritimati"),
    currency: fc.constantFrom("USD", "JPY", "KWD"),
    price: fc.integer({ min: 0, max: 99_999 }),
  });
  const step = fc.record<Step>({
    what: fc.constantFrom("add", "reduce", "reduce", "cancel", "join", "leave", "wait", "wait"),
    n: fc.nat(40),
  });
  await fc.assert(
    fc.asyncProperty(
      terms,
      fc.array(step, { minLength: 4, maxLength: 14 }),
      async (agreed, steps) => {
        const cast = await buildCast();
        const admin = await agree(cast, agreed);
        const book: Book = {
          ...{ today: agreed.anchor, period: 0, total: 10, used: 5, target: null },
          charged: new Map([[agreed.anchor, Array(lengthOf(agreed, 0)).fill(0)]]),
        };
        for (const each of steps) {
          setClock(noon(book.today, agreed.timeZone));
          await take(each, { cast, admin, agreed, book });
          await expectBooked(cast, agreed, book);
        }
      },
    ),
    { numRuns: RUNS },
  );
});

type Scene = { cast: Cast; admin: Member; agreed: Terms; book: Book };

async function take({ what, n }: Step, { cast, admin, agreed, book }: Scene): Promise<void> {
  const { total, used } = book;
  const seen = { requestId: randomUUID(), seenTotal: total, reason: "" };
  const scheduleId = await openSchedule(cast);
  switch (what) {
    case "add": {
      const more = (n % 5) + 1;
      const seenAmount = sumOf(book, agreed, more) - sumOf(book, agreed, 0);
      const reduction = scheduleId ? (n % 2 ? "keep" : "cancel") : undefined;
      const input = { ...seen, scheduleId, reduction, seenAmount, total: total + more } as const;
      await addSeats(admin, input);
      charge(book, agreed, more);
      if (reduction === "cancel") book.target = null;
      book.total += more;
      return;
    }
    case "reduce": {
      const to = used + (n % 4);
      const work = reduceSeats(admin, { ...seen, scheduleId, total: to });
      if (to >= total || to === book.target) return void (await expect(work).rejects.toThrow());
      await work;
      book.target = to;
      return;
    }
    case "cancel":
      if (!scheduleId) return;
      await cancelReduction(admin, { requestId: randomUUID(), scheduleId });
      book.target = null;
      return;
    case "join":
      if (used === total) return;
      // Around the use case, which would ask about the reduction.
      await addUsers(cast.accountId, `Nele ${n}`);
      book.used += 1;
      return;
    case "leave":
      if (used === 5) return;
      await owner`
        update users set status = 'inactive'
        where account_id = ${cast.accountId} and id = (select id from users
          where account_id = ${cast.accountId} and first_name = 'Nele' and status = 'active' limit 1)`;
      book.used -= 1;
      return;
    case "wait":
      book.today = addDays(book.today, n);
      setClock(noon(book.today, agreed.timeZone));
      renewInBook(book, agreed);
      await renewSubscription(cast);
  }
}

function renewInBook(book: Book, agreed: Terms): void {
  while (book.today >= periodOf(agreed, book.period).end) {
    book.period += 1;
    if (book.target !== null) {
      book.total = Math.min(book.total, Math.max(book.target, book.used));
      book.target = null;
    }
    const { start } = periodOf(agreed, book.period);
    book.charged.set(start, Array(lengthOf(agreed, book.period)).fill(book.total));
  }
}

function charge(book: Book, agreed: Terms, more: number): void {
  const { start } = periodOf(agreed, book.period);
  const days = book.charged.get(start) ?? [];
  for (let day = daysBetween(start, book.today); day < days.length; day++) {
    days[day] = (days[day] ?? 0) + more;
  }
}

/** What this period comes to, with so many more from today on. */
function sumOf(book: Book, agreed: Terms, more: number): number {
  const { start } = periodOf(agreed, book.period);
  const days = book.charged.get(start) ?? [];
  const from = daysBetween(start, book.today);
  return rounded(
    days.map((spots, day) => spots + (day >= from ? more : 0)),
    agreed.price,
  );
}

function rounded(days: number[], price: number): number {
  const parts = days.reduce((sum, spots) => sum + BigInt(spots) * BigInt(price), 0n);
  const [whole, rest] = [parts / BigInt(days.length), parts % BigInt(days.length)];
  return Number(rest * 2n >= BigInt(days.length) ? whole + 1n : whole);
}

async function expectBooked({ accountId }: Cast, agreed: Terms, book: Book): Promise<void> {
  const [row] = await owner`
    select seats_total as total, seats_used as used, s.period, (select to_total from seat_schedules c
      where c.account_id = a.id and ended_at is null) as target
    from accounts a join subscriptions s on s.account_id = a.id where a.id = ${accountId}`;
  const { total, used, period, target } = book;
  expect(row).toEqual({ total, used, period, target });
  const invoiced = await owner<{ start: string; amount: number; currency: string }[]>`
    select l.period_start::text as start, sum(l.amount)::float8 as amount, min(i.currency) as currency
    from invoice_lines l join invoices i on i.account_id = l.account_id and i.id = l.invoice_id
    where l.account_id = ${accountId} group by 1 order by 1`;
  const expected = [...book.charged]
    .filter(([, days]) => days.some((spots) => spots > 0))
    .map(([start, days]) => ({
      start,
      amount: rounded(days, agreed.price),
      currency: agreed.currency,
    }));
  expect([...invoiced]).toEqual(expected);
}

async function agree(cast: Cast, terms: Terms): Promise<Member> {
  const { anchor, interval, timeZone, currency, price } = terms;
  const { end, renewsAt } = periodOf(terms, 0);
  await owner`update accounts set time_zone = ${timeZone} where id = ${cast.accountId}`;
  await owner`
    update subscriptions set interval = ${interval}, currency = ${currency}, unit_price = ${price},
      anchor_on = ${anchor}, period_start = ${anchor}, period_end = ${end}, renews_at = ${renewsAt}
    where account_id = ${cast.accountId}`;
  return member(cast.admin);
}

async function openSchedule({ accountId }: Cast): Promise<string | undefined> {
  const [row] = await owner<{ id: string }[]>`
    select id from seat_schedules where account_id = ${accountId} and ended_at is null`;
  return row?.id;
}

const periodOf = ({ anchor, interval, timeZone }: Terms, index: number) =>
  periodAfter(anchor, interval, index, timeZone);

function lengthOf(terms: Terms, index: number): number {
  const { start, end } = periodOf(terms, index);
  return daysBetween(start, end);
}

function noon(day: string, timeZone: string): Date {
  return new Date(startOfDay(day, timeZone).getTime() + 12 * 60 * 60 * 1000);
}
