import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { chown, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Place } from "#db/embedded/place";
import { commandLine, isTaken } from "#db/embedded/processes";

const PATIENCE = 90_000;
const { PATH, NODE_ENV } = process.env;
const ENVIRONMENT = { PATH, NODE_ENV, LC_ALL: "C", TZ: "UTC" };

export type Server = { pid: number; port: number };

/** The server that runs on this cluster, if one does; waits for one that is starting or ending. */
export async function findServer(cluster: string): Promise<Server | null> {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const lines = await pidFile(cluster);
    const pid = Number(lines[0]);
    if (!pid || !serves(pid, cluster)) return null;
    if (lines[7]?.trim() === "ready") return { pid, port: Number(lines[3]) };
    await sleep(25);
  }
  throw new Error(`The PostgreSQL on ${cluster} neither gets ready nor ends.`);
}

/** Makes the cluster; under another name until it is whole, for whoever is killed half-way. */
export async function initialise({ cluster, binaries, user }: Place, password: string) {
  if (await stat(join(cluster, "PG_VERSION")).catch(() => null)) return;
  const passwordFile = join(dirname(cluster), "initial-password");
  const half = await mkdtemp(`${cluster}.new-`);
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) await chown(half, user.uid, user.gid);
  if (user) await chown(passwordFile, user.uid, user.gid);
  const log = join(dirname(cluster), "initialise.log");
  try {
    const output = openSync(log, "w", 0o600);
    const child = spawn(
      join(binaries, "bin", "initdb"),
      [
        `--pgdata=${half}`,
        "--username=handover",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
      ],
      { ...user, cwd: "/", env: ENVIRONMENT, stdio: ["ignore", output, output] },
    );
    closeSync(output);
    const code = await new Promise((resolve) => child.on("error", resolve).on("exit", resolve));
    if (code !== 0) throw await failure("be set up", cluster, log);
    await rename(half, cluster);
  } finally {
    await rm(half, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
    await rm(log, { force: true });
  }
}

/** Starts PostgreSQL on the cluster and waits until it answers. */
export async function launch(place: Place, settings: Record<string, string>): Promise<Server> {
  await forgetForeignPid(place.cluster);
  const deadline = Date.now() + 20_000;
  for (;;) {
    const result = await attempt(place, settings);
    if (!(result instanceof Error)) return result;
    // The port may be gone to somebody else, or the children of a killed server not quite yet.
    const isPassing = /Address already in use|shared memory block/.test(result.message);
    if (!isPassing || Date.now() > deadline) throw result;
    await sleep(250);
  }
}

/** Ends the server: sessions are cut off, what is committed is on disk. */
export async function shutDown({ pid }: Server, cluster: string): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    const deadline = Date.now() + 20_000;
    if (serves(pid, cluster)) process.kill(pid, signal);
    while (serves(pid, cluster) && Date.now() < deadline) await sleep(20);
  }
}

async function attempt(place: Place, settings: Record<string, string>): Promise<Server | Error> {
  const { data, cluster, binaries, user } = place;
  const port = await freePort();
  const log = join(data, "postgres.log");
  const output = openSync(log, "w", 0o600);
  const flags = Object.entries({ ...settings, port: String(port) }).map(([k, v]) => `-c${k}=${v}`);
  // Detached: a Ctrl-C in the terminal is for our server first, which then ends PostgreSQL.
  const child = spawn(join(binaries, "bin", "postgres"), ["-D", cluster, ...flags], {
    ...user,
    cwd: "/",
    env: ENVIRONMENT,
    stdio: ["ignore", output, output],
    detached: true,
  });
  closeSync(output);
  child.unref();
  let hasEnded = false;
  child.on("error", () => (hasEnded = true)).on("exit", () => (hasEnded = true));
  const deadline = Date.now() + PATIENCE;
  while (!hasEnded && Date.now() < deadline) {
    const lines = await pidFile(cluster);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") {
      return { pid: Number(lines[0]), port };
    }
    await sleep(10);
  }
  child.kill("SIGQUIT");
  return failure("start", cluster, log);
}

/** PostgreSQL takes any process with the noted number for its own older self, zombies included. */
async function forgetForeignPid(cluster: string): Promise<void> {
  const pid = Number((await pidFile(cluster))[0]);
  if (pid && isTaken(pid) && !serves(pid, cluster)) {
    await rm(join(cluster, "postmaster.pid"), { force: true });
  }
}

function serves(pid: number, cluster: string): boolean {
  return commandLine(pid).includes(`-D ${cluster} `);
}

/** Line 1 is the process, line 4 the port, line 8 the state. */
async function pidFile(cluster: string): Promise<string[]> {
  return (await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function failure(verb: string, cluster: string, log: string): Promise<Error> {
  const said = (await readFile(log, "utf8").catch(() => "")).trim().split("\n");
  return new Error(
    `PostgreSQL could not ${verb} in ${cluster}; its last words:\n${said.slice(-12).join("\n")}`,
  );
}
