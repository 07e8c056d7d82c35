import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { setClock } from "#lib/clock";
import { reduceSeats } from "#lib/seats/reduce-seats";
import { owner as sql } from "#tests/support/attempt";
import { addUsers, buildCast, type Cast, member } from "#tests/support/cast";
import { until } from "#tests/support/jobs";
import { leaveUnpaid } from "#tests/support/unpaid";
import { startWorkers, type Workers } from "#tests/support/workers";

const PATIENCE = 400_000;
const NO_MAIL = "smtp://127.0.0.1:1";
const DAY = 86_400_000;

let workers: Workers;
afterEach(async () => {
  setClock(null);
  await workers.kill();
});

test(
  "each minute what is due is renewed or ends, once, whichever of two workers comes to it",
  async () => {
    const [paying, cancelled, unpaid] = [await buildCast(), await buildCast(), await buildCast()];
    const [trial, withoutCard, later] = [await buildCast(), await buildCast(), await buildCast()];
    await leaveUnpaid(sql, unpaid.accountId, 40);
    for (const cast of [paying, cancelled, unpaid]) await begin(cast, 40);
    await sql`
      update subscriptions set cancelled_at = now() where account_id = ${cancelled.accountId}`;
    for (const cast of [trial, withoutCard]) await beginTrial(cast);
    await sql`
      update accounts set card_last4 = null, card_holder_name = null, billing_email = null
      where id = ${withoutCard.accountId}`;

    // Nothing is added to the queue here: the clock of the workers does it.
    workers = startWorkers(2, NO_MAIL);
    const all = [paying, cancelled, unpaid, trial, withoutCard];
    await until(async () => (await Promise.all(all.map(isDue))).every((due) => !due), 100_000);
    await findAgain(5);
    await workers.stop();

    expect(await outcomeOf(paying)).toEqual({
      status: "active",
      period: 1,
      invoices: ["15000 paid"],
      log: ["subscription.renewed"],
    });
    expect(await outcomeOf(cancelled)).toEqual({
      status: "ended",
      period: 0,
      invoices: [],
      log: ["subscription.ended"],
    });
    expect(await outcomeOf(unpaid)).toEqual({
      status: "ended",
      period: 0,
      invoices: ["13500 open"],
      log: ["subscription.ended"],
    });
    expect(await outcomeOf(trial)).toEqual({
      status: "active",
      period: 0,
      invoices: ["15000 paid"],
      log: ["subscription.renewed"],
    });
    expect(await outcomeOf(withoutCard)).toEqual({
      status: "past_due",
      period: 0,
      invoices: ["15000 open"],
      log: ["subscription.renewed"],
    });
    expect(await outcomeOf(later)).toEqual({ status: "active", period: 0, invoices: [], log: [] });
    expect(await graceOf(withoutCard)).toBe(14);
    expect(workers.output()).toContain('"outcome":"renewed"');
  },
  PATIENCE,
);

test(
  "late by three periods, each is invoiced once, and the reduction counts from the first on",
  async () => {
    const cast = await buildCast();
    await begin(cast, 100);
    setClock(new Date(Date.now() - 95 * DAY));
    const form = { requestId: randomUUID(), total: 7, seenTotal: 10, reason: "" };
    await reduceSeats(await member(cast.admin), form);
    setClock(null);

    workers = startWorkers(2, NO_MAIL);
    await findAgain(3);
    await until(async () => !(await isDue(cast)), 100_000);
    await findAgain(3);
    await workers.stop();
    expect(await outcomeOf(cast)).toEqual({
      status: "active",
      period: 3,
      invoices: ["10500 paid", "10500 paid", "10500 paid"],
      log: ["seats.reduction_scheduled", "seats.reduced", ...Array(3).fill("subscription.renewed")],
    });
    const lines = await sql`
      select count(distinct period_start)::int as periods, count(*)::int as lines
      from invoice_lines where account_id = ${cast.accountId}`;
    expect(lines).toEqual([{ periods: 3, lines: 3 }]);
  },
  PATIENCE,
);

test(
  "a worker killed in the middle of a renewal leaves nothing of it, and it is done once",
  async () => {
    const cast = await buildCast();
    await begin(cast, 40);
    setClock(new Date(Date.now() - 20 * DAY));
    const form = { requestId: randomUUID(), total: 5, seenTotal: 10, reason: "" };
    await reduceSeats(await member(cast.admin), form);
    setClock(null);
    await addUsers(cast.accountId, "Nele Neu");
    const before = await outcomeOf(cast);
    for (let kill = 0; kill < 2; kill++) {
      await sql.begin(async (tx) => {
        // The spots are reduced and the invoice is there by then, but for the event of the renewal.
        await tx`lock table subscriptions in share row exclusive mode`;
        workers = startWorkers(2, NO_MAIL);
        await addFinding();
        await until(isWaitingToRenew, 60_000);
        await workers.kill();
      });
      expect(await outcomeOf(cast)).toEqual(before);
    }
    workers = startWorkers(2, NO_MAIL);
    await addFinding();
    await until(async () => !(await isDue(cast)), 100_000);
    await findAgain(3);
    await workers.stop();
    expect(await outcomeOf(cast)).toEqual({
      status: "active",
      period: 1,
      // Six were used by then, so that they were not reduced to five.
      invoices: ["9000 paid"],
      log: ["seats.reduction_scheduled", "seats.reduced", "subscription.renewed"],
    });
  },
  PATIENCE,
);

/** The first period began so many days ago. */
async function begin({ accountId }: Cast, days: number): Promise<void> {
  await sql`
    update subscriptions set anchor_on = d.day, period_start = d.day,
      period_end = (d.day + interval '1 month')::date,
      renews_at = (d.day + interval '1 month') at time zone 'UTC'
    from (select (now() at time zone 'UTC')::date - ${days}::int as day) d
    where account_id = ${accountId}`;
}

/** A trial that ended yesterday. */
async function beginTrial({ accountId }: Cast): Promise<void> {
  await sql`
    update subscriptions set status = 'trial', anchor_on = d.day, period_end = d.day,
      period_start = d.day - 30, renews_at = d.day::timestamp at time zone 'UTC'
    from (select (now() at time zone 'UTC')::date - 1 as day) d
    where account_id = ${accountId}`;
}

/** As the clock does each minute, but at once. */
function addFinding() {
  return sql`select graphile_worker.add_job('find_due_renewals')`;
}

/** So often, until nothing of it waits: what failed before and is tried later does not count. */
async function findAgain(times: number): Promise<void> {
  for (let time = 0; time < times; time++) await addFinding();
  await until(async () => {
    const waiting = await sql`
      select from graphile_worker.jobs where locked_at is null and run_at <= now()
        and attempts < max_attempts
        and task_identifier in ('find_due_renewals', 'renew_subscription')`;
    return waiting.length === 0;
  }, 100_000);
}

async function isDue({ accountId }: Cast): Promise<boolean> {
  const due = await sql`
    select from subscriptions
    where account_id = ${accountId} and renews_at <= now() and status <> 'ended'`;
  return due.length > 0;
}

async function isWaitingToRenew(): Promise<boolean> {
  const waiting = await sql`
    select from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock' and query like 'update "subscriptions"%'`;
  return waiting.length > 0;
}

async function outcomeOf({ accountId }: Cast) {
  const [row] = await sql`
    select status, period,
      array(select amount || ' ' || i.status from invoices i where i.account_id = s.account_id
        order by number) as invoices,
      array(select kind from audit_events e where e.account_id = s.account_id order by id) as log
    from subscriptions s where account_id = ${accountId}`;
  return row;
}

async function graceOf({ accountId }: Cast): Promise<number> {
  const [row] = await sql<{ days: number }[]>`
    select extract(day from read_only_at - past_due_since)::int as days
    from subscriptions where account_id = ${accountId}`;
  return row?.days ?? 0;
}
