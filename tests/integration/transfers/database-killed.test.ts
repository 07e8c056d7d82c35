import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import postgres, { type Sql } from "postgres";
import { expect, test } from "vitest";
import { database as pool } from "#db/client";
import { startDatabase } from "#db/embedded";
import { migrate } from "#db/migrate";
import { type Role, roleUrlBeside } from "#db/urls";
import { transact } from "#lib/transaction";
import { requestTransfer } from "#lib/transfers/request-transfer";
import { addContacts, type Company, openCompany } from "#tests/bench/company";
import { openDoor } from "#tests/support/door";
import { until } from "#tests/support/jobs";

const CONTACTS = 20_000;
const KILLS = 3;
const env = { HANDOVER_SECRET: "of a database that is killed, and long enough" };
const folder = ".data/test-killed";
const start = () => startDatabase(folder);

test("a database killed while a large transfer is prepared loses nothing, and its worker goes on", async () => {
  // What an earlier run left is none of this one's.
  rmSync(folder, { recursive: true, force: true });
  let database = await start();
  const door = await openDoor(() => Number(new URL(database.ownerUrl).port));
  await migrate(database.ownerUrl, env);
  const through = (role: Role) => {
    const url = new URL(roleUrlBeside(database.ownerUrl, role, env));
    url.port = String(door.port);
    return url.href;
  };
  process.env.HANDOVER_APP_URL = through("handover_app");
  globalThis.handoverDatabase = undefined;
  let sql = connect(database.ownerUrl);
  const company = await openCompany(sql);
  await addContacts(sql, company, CONTACTS);
  const transferId = await requestSplit(company);
  const worker = startWorker(through("handover_app"), through("handover_worker"));
  try {
    for (let carved = 0, kill = 0; kill < KILLS; kill++) {
      carved = await untilCarved(sql, transferId, carved);
      await killServer(sql);
      await sql.end();
      database = await start();
      sql = connect(database.ownerUrl);
      await expectAllOrNothing(sql, company);
    }
    await untilCarved(sql, transferId, Number.POSITIVE_INFINITY);
    expect(await held(sql, company)).toEqual([0, 5000, 5000, 5000, 5000]);
    expect(await sql`select from transfers`).toHaveLength(1);
    expect(await sql`select from audit_events where kind = 'contacts.reassigned'`).toHaveLength(1);
    expect(worker.exitCode).toBeNull();
  } finally {
    worker.kill("SIGKILL");
    await pool().$client.end();
    await sql.end();
    door.close();
    await database.stop();
  }
}, 180_000);

/** `npm run worker`, which outlives its database. */
function startWorker(appUrl: string, workerUrl: string): ChildProcess {
  return spawn(process.execPath, ["lib/commands/worker.ts"], {
    env: {
      ...process.env,
      ...env,
      HANDOVER_APP_URL: appUrl,
      HANDOVER_WORKER_URL: workerUrl,
      HANDOVER_URL: "https://handover.example.com",
      SMTP_URL: "smtp://127.0.0.1:1",
      JOBS_PATIENCE: "6",
    },
    stdio: "ignore",
  });
}

/** Waits until more than this many are carved, or it is over; answers how many. */
async function untilCarved(sql: Sql, transferId: string, more: number): Promise<number> {
  let carved = 0;
  await until(async () => {
    const [row] = await sql<{ carved: number; isOver: boolean }[]>`
      select carved, ended_at is not null as "isOver" from planned_transfers where id = ${transferId}`;
    carved = row?.carved ?? 0;
    return row?.isOver || carved > more;
  }, 60_000);
  return carved;
}

function connect(ownerUrl: string): Sql {
  return postgres(ownerUrl, { max: 2, onnotice: () => {} });
}

function requestSplit({ admin, userId, colleagueIds }: Company): Promise<string> {
  return transact(admin, (tx) =>
    requestTransfer(tx, admin, {
      kind: "reassignment",
      fromUserId: userId,
      selection: { search: "", assignee: userId },
      plan: { kind: "shares", shares: colleagueIds.map((to) => ({ to, parts: 1 })) },
    }),
  );
}

/** SIGKILL of the server and of every process that serves a connection, as when a machine fails. */
async function killServer(sql: Sql): Promise<void> {
  const [server] = await sql<{ pid: number; backends: number[] }[]>`
    select split_part(pg_read_file('postmaster.pid'), E'\n', 1)::int as pid,
      (select array_agg(pid) from pg_stat_activity where pid <> pg_backend_pid()) as backends`;
  for (const pid of [server?.pid, ...(server?.backends ?? [])]) {
    if (pid) process.kill(pid, "SIGKILL");
  }
}

async function expectAllOrNothing(sql: Sql, company: Company): Promise<void> {
  const each = CONTACTS / 4;
  expect([
    [CONTACTS, 0, 0, 0, 0],
    [0, each, each, each, each],
  ]).toContainEqual(await held(sql, company));
}

/** How many contacts lie with the user and each colleague; the kept counts say the same. */
async function held(sql: Sql, { userId, colleagueIds }: Company): Promise<number[]> {
  const rows = await sql<{ user: string; real: number; kept: number }[]>`
    select b.assignee_id as user, sum(n.kept)::int as kept,
      sum((select count(*) from contacts c where c.account_id = b.account_id and c.book_id = b.id
        and c.deleted_at is null))::int as real
    from books b cross join lateral (
      select coalesce(sum(contacts), 0) as kept from contact_counts n
      where n.account_id = b.account_id and n.book_id = b.id) n
    group by b.assignee_id`;
  const of = new Map(rows.map((row) => [row.user, row]));
  for (const { real, kept } of rows) expect(kept).toBe(real);
  return [userId, ...colleagueIds].map((id) => of.get(id)?.real ?? 0);
}
