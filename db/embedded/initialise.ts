import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { chown, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Place } from "#db/embedded/place";
import { describeFailure, ENVIRONMENT } from "#db/embedded/program";

/** Makes the cluster; under another name until it is whole, for whoever is killed half-way. */
export async function initialise({ cluster, binaries, user }: Place, password: string) {
  if (await stat(join(cluster, "PG_VERSION")).catch(() => null)) return;
  const passwordFile = join(dirname(cluster), "initial-password");
  await removeHalves(cluster);
  const half = await mkdtemp(`${cluster}.new-`);
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) await chown(half, user.uid, user.gid);
  if (user) await chown(passwordFile, user.uid, user.gid);
  const log = join(dirname(cluster), "initialise.log");
  try {
    const initdb = (ctype: string) => runInitdb({ half, binaries, user, passwordFile, log, ctype });
    if (!((await initdb("C.UTF-8")) || (await initdb("C")))) {
      throw await describeFailure("be set up", cluster, log);
    }
    await rename(half, cluster);
  } finally {
    await rm(half, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
    await rm(log, { force: true });
  }
}

type Initdb = Pick<Place, "binaries" | "user"> &
  Record<"half" | "passwordFile" | "log" | "ctype", string>;

/**
 * Sorting and case are PostgreSQL's own, on every system the same. What a letter is, pg_trgm asks the
 * system: with C none beyond ASCII is one, and a search in another script reads the whole account.
 */
async function runInitdb({ half, binaries, user, passwordFile, log, ctype }: Initdb) {
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
      `--lc-ctype=${ctype}`,
    ],
    { ...user, cwd: "/", env: ENVIRONMENT, stdio: ["ignore", output, output] },
  );
  closeSync(output);
  const code = await new Promise((resolve) => child.on("error", resolve).on("exit", resolve));
  return code === 0;
}

/** What a command that was killed while it made the cluster has left behind. */
async function removeHalves(cluster: string): Promise<void> {
  for (const name of await readdir(dirname(cluster))) {
    if (!name.startsWith(`${basename(cluster)}.new-`)) continue;
    await rm(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 5 });
  }
}
