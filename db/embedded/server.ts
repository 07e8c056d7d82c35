import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Place } from "#db/embedded/place";
import { commandLine, isTaken } from "#db/embedded/processes";
import { describeFailure, ENVIRONMENT } from "#db/embedded/program";

const PATIENCE = 90_000;

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
  return describeFailure("start", cluster, log);
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
