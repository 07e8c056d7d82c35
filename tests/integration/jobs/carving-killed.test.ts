import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast } from "#tests/support/cast";
import { until } from "#tests/support/jobs";
import { heldBy, plannedOf, requestSplit } from "#tests/support/planned";
import { startWorkers, type Workers } from "#tests/support/workers";

const CONTACTS = 24_000;
const KILLS_WHILE_CARVING = 4;
const PATIENCE = 180_000;
const NO_MAIL = "smtp://127.0.0.1:1";

let workers: Workers;
afterEach(() => workers.kill());

test(
  "workers killed while they count, carve and switch lose nothing, and do nothing twice",
  async () => {
    const cast = await buildCast({ contacts: CONTACTS });
    const to = [cast.successor, cast.owner, cast.admin2];
    const id = await requestSplit(cast.admin, cast.user, to);

    await killWhenHeldBy("transfer_batches", /with source as materialized/);
    expect(await plannedOf(id)).toMatchObject({ state: "counting", total: null });

    let carved = 0;
    for (let kill = 0; kill < KILLS_WHILE_CARVING; kill++) {
      await freeJobs();
      workers = startWorkers(1, NO_MAIL);
      await until(async () => ((await plannedOf(id))?.carved ?? 0) > carved, 60_000);
      await sleep(Math.random() * 80);
      await workers.kill();
      carved = (await plannedOf(id))?.carved;
      expect(await heldBy(cast.user, ...to)).toEqual([CONTACTS, 0, 0, 0]);
      if ((await plannedOf(id))?.batches === 0) break;
    }

    await killWhenHeldBy("audit_events", /insert into "audit_events"/);
    expect(await heldBy(cast.user, ...to)).toEqual([CONTACTS, 0, 0, 0]);
    expect(await plannedOf(id)).toMatchObject({ state: "carving", batches: 0 });

    await freeJobs();
    workers = startWorkers(2, NO_MAIL);
    await until(async () => (await plannedOf(id))?.state === "done", 60_000);
    expect(await heldBy(cast.user, ...to)).toEqual([0, 8000, 8000, 8000]);
    expect(await plannedOf(id)).toMatchObject({ total: 16_000, carved: 16_000, batches: 0 });
    expect(await traces(cast)).toEqual({ transfers: 1, events: 1, mails: 3 });
  },
  PATIENCE,
);

test(
  "a worker that is stopped leaves all where it was or has done it, and another goes on",
  async () => {
    const cast = await buildCast({ contacts: CONTACTS });
    const to = [cast.successor, cast.owner, cast.admin2];
    const id = await requestSplit(cast.admin, cast.user, to);
    workers = startWorkers(1, NO_MAIL);
    await until(async () => ((await plannedOf(id))?.carved ?? 0) > 0, 60_000);
    await workers.stop();
    const isDone = (await plannedOf(id))?.state === "done";
    expect(await heldBy(cast.user, ...to)).toEqual(
      isDone ? [0, 8000, 8000, 8000] : [CONTACTS, 0, 0, 0],
    );
    workers = startWorkers(1, NO_MAIL);
    await until(async () => (await plannedOf(id))?.state === "done", 60_000);
    expect(await heldBy(cast.user, ...to)).toEqual([0, 8000, 8000, 8000]);
  },
  PATIENCE,
);

/** Starts a worker that comes to wait for this table, and kills it there. */
async function killWhenHeldBy(table: string, statement: RegExp): Promise<void> {
  await freeJobs();
  await sql.begin(async (tx) => {
    await tx`lock table ${tx(table)} in share row exclusive mode`;
    workers = startWorkers(1, NO_MAIL);
    await until(async () => {
      const waiting = await sql<{ query: string }[]>`
        select query from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      return waiting.some(({ query }) => statement.test(query));
    }, 60_000);
    await workers.kill();
  });
}

/** What the queue does by itself when a worker was not heard of for a while (killed.test.ts). */
async function freeJobs(): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(array(
    select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`;
}

async function traces({ accountId }: Cast) {
  const [row] = await sql`
    select (select count(*)::int from transfers where account_id = ${accountId}) as transfers,
      (select count(*)::int from audit_events where account_id = ${accountId}) as events, (
        select count(distinct payload ->> 'mailId')::int from graphile_worker._private_jobs
        where payload ->> 'accountId' = ${accountId} and payload ->> 'kind' = 'contacts_received') as mails`;
  return row;
}
