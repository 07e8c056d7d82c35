import { setTimeout as sleep } from "node:timers/promises";
import type { ReservedSql, Sql, TransactionSql } from "postgres";
import { afterAll, expect } from "vitest";
import { owner } from "#tests/support/attempt";
import { connectAs, testDatabase } from "#tests/support/database";

export type Isolation = "read committed" | "repeatable read";
export const isolations: Isolation[] = ["read committed", "repeatable read"];

/** One of two transactions at the same time: whose, and what it does between begin and commit. */
export type Racer = {
  who?: "app" | "agent";
  /** What an agent states. */
  lookId?: string;
  step: (sql: Sql | TransactionSql) => Promise<unknown>;
};

/** "done", or what refused it: a constraint's name or an SQLSTATE such as 40001. */
export type Outcome = string;

const clients = { app: connectAs("app", { max: 2 }), agent: connectAs("agent", { max: 2 }) };
afterAll(() => Promise.all(Object.values(clients).map((sql) => sql.end())));

/**
 * Both have begun and looked at the account when both do their step. The outcomes in the order in
 * which the steps were done, which for two that wait for each other is that of their commits.
 */
export async function race(isolation: Isolation, accountId: string, racers: [Racer, Racer]) {
  const lanes = await Promise.all(racers.map((racer) => begin(isolation, accountId, racer)));
  const finished = await Promise.all(
    racers.map(async (racer, index) => {
      const lane = lanes[index] as Lane;
      const did = await lane.step();
      const at = did === "done" ? await clock(lane.sql) : Number.POSITIVE_INFINITY;
      return { racer, at, outcome: await finish(lane, did) };
    }),
  );
  return finished.sort((one, other) => one.at - other.at);
}

/**
 * The first does its step and commits only when the second, which looked at the account before,
 * waits for it or has done its own.
 */
export async function interleave(isolation: Isolation, accountId: string, racers: [Racer, Racer]) {
  const first = await begin(isolation, accountId, racers[0]);
  const second = await begin(isolation, accountId, racers[1]);
  const firstDid = await first.step();
  let waited = false;
  let hasDone = false;
  const secondDid = second.step().finally(() => {
    hasDone = true;
  });
  while (!hasDone && !waited) waited = await isWaiting(second.pid);
  const outcomes = [await finish(first, firstDid), await finish(second, await secondDid)];
  return { outcomes, waited };
}

/** Starts these while the account is locked, and lets go when all of them wait for it. */
export async function startTogether<T>(
  accountId: string,
  starts: (() => Promise<T>)[],
): Promise<PromiseSettledResult<T>[]> {
  let results: Promise<PromiseSettledResult<T>[]> = Promise.resolve([]);
  await owner.begin(async (tx) => {
    await tx`select from accounts where id = ${accountId} for update`;
    results = Promise.allSettled(starts.map((start) => start()));
    await untilWaiting(starts.length);
  });
  return results;
}

/** From now on the use cases run at this isolation, on connections of their own. */
export function useIsolation(isolation: Isolation): void {
  const { appUrl, agentUrl } = testDatabase();
  process.env.HANDOVER_APP_URL = withIsolation(appUrl, isolation);
  process.env.HANDOVER_AGENT_URL = withIsolation(agentUrl, isolation);
  globalThis.handoverDatabase = undefined;
  globalThis.handoverAgentDatabase = undefined;
}

function withIsolation(address: string, isolation: Isolation): string {
  const url = new URL(address);
  url.searchParams.set("default_transaction_isolation", isolation);
  return url.href;
}

/** What no race may have broken anywhere, however it ended. */
export async function expectEveryRule(): Promise<void> {
  const broken = await owner`
    select 'access of an inactive user' as rule from users u where u.status = 'inactive' and (
      exists (select from sessions s where s.account_id = u.account_id and s.user_id = u.id
        and s.ended_at is null)
      or exists (select from password_links l where l.account_id = u.account_id
        and l.user_id = u.id and l.ended_at is null and l.used_at is null)
      or exists (select from email_changes c where c.account_id = u.account_id
        and u.id in (c.user_id, c.requested_by) and c.ended_at is null and c.done_at is null)
      or exists (select from scheduled_inactivations s where s.account_id = u.account_id
        and s.user_id = u.id and s.ended_at is null))
    union all
    select 'spots and owners' from accounts a join users u on u.account_id = a.id group by a.id
    having a.seats_used <> count(*) filter (where u.status = 'active')
      or a.seats_used > a.seats_total or a.active_owners = 0
      or a.active_owners <> count(*) filter (where u.is_owner and u.status = 'active')
    union all
    select 'one main book' from users u
    left join books b on b.account_id = u.account_id and b.assignee_id = u.id and b.is_main
    group by u.account_id, u.id having count(b.id) <> 1`;
  expect(broken).toEqual([]);
}

type Lane = { sql: ReservedSql; pid: number; step: () => Promise<Outcome> };

async function begin(isolation: Isolation, accountId: string, racer: Racer): Promise<Lane> {
  const sql = await clients[racer.who ?? "app"].reserve();
  await sql.unsafe(
    `begin isolation level ${isolation};
     select set_config('app.account_id', '${accountId}', true),
       set_config('app.look_id', '${racer.lookId ?? ""}', true)`,
  );
  // At REPEATABLE READ this is what the transaction sees until its end.
  const [me] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid from accounts`;
  return { sql, pid: me?.pid ?? 0, step: () => outcomeOf(racer.step(sql)) };
}

async function finish({ sql }: Lane, did: Outcome): Promise<Outcome> {
  const outcome = did === "done" ? await outcomeOf(sql`commit`) : did;
  if (did !== "done") await sql`rollback`;
  sql.release();
  return outcome;
}

async function clock(sql: Sql): Promise<number> {
  const [row] = await sql<{ at: number }[]>`
    select extract(epoch from clock_timestamp())::float8 as at`;
  return row?.at ?? 0;
}

function outcomeOf(work: Promise<unknown>): Promise<Outcome> {
  return work.then(
    () => "done",
    (error: { constraint_name?: string; code?: string }) =>
      error.constraint_name ?? error.code ?? String(error),
  );
}

async function isWaiting(pid: number): Promise<boolean> {
  const [row] = await owner`
    select from pg_stat_activity where pid = ${pid} and wait_event_type = 'Lock'`;
  return row !== undefined;
}

/** Until so many connections of this database wait for a lock. */
export async function untilWaiting(count: number): Promise<void> {
  for (let waiting = 0; waiting < count; ) {
    await sleep(1);
    const rows = await owner`
      select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    waiting = rows.length;
  }
}
