import { createHash } from "node:crypto";
import { chmod, lstat, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findServer, shutDown } from "#db/embedded/server";
import { type SystemUser, succeeds } from "#db/embedded/system-user";

/**
 * The folder outside the clone that `location` in the data folder notes. It follows a clone that
 * was moved; a copied clone begins with one of its own.
 */
export async function findOutsideFolder(data: string): Promise<string | null> {
  const folder = (await readFile(join(data, "location"), "utf8").catch(() => "")).trim();
  return folder && (await isFree(folder, data)) ? folder : null;
}

/** The same, made if need be: named after the clone's place, in a folder that outlives a restart. */
export async function openOutsideFolder(data: string, user?: SystemUser): Promise<string> {
  const noted = await findOutsideFolder(data);
  for (const folder of noted ? [noted] : candidates(data)) {
    if (!(await makeOwnFolder(folder)) || !(await isFree(folder, data))) continue;
    if (!(await succeeds(user, "test", "-x", folder))) continue;
    if (!noted) await setAside(join(folder, "postgres"));
    await writeFile(join(folder, "belongs-to"), data, { mode: 0o600 });
    await writeFile(join(data, "location"), `${folder}\n`, { mode: 0o600 });
    return folder;
  }
  throw new Error(
    `The system user of the database can reach neither ${data} nor a folder in /var or ${tmpdir()}: ` +
      "put the clone where it can, or set DATABASE_URL.",
  );
}

export async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

function candidates(data: string): string[] {
  const name = `handover-${createHash("sha256").update(data).digest("hex").slice(0, 16)}`;
  return ["/var/lib", "/var/tmp", tmpdir()].map((parent) => join(parent, name));
}

/** Anybody may make folders in a temp folder, so one that is there must be ours already. */
async function makeOwnFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    await chmod(folder, 0o711);
    return true;
  } catch {
    const there = await lstat(folder).catch(() => null);
    return there?.isDirectory() === true && there.uid === process.getuid?.();
  }
}

async function isFree(folder: string, data: string): Promise<boolean> {
  const owner = await readFile(join(folder, "belongs-to"), "utf8").catch(() => "");
  return owner === data || !owner || !(await isThere(owner));
}

/** Whoever removed the data folder wants to start over, and may have removed it by mistake. */
async function setAside(cluster: string): Promise<void> {
  if (!(await isThere(cluster))) return;
  const server = await findServer(cluster);
  if (server) await shutDown(server, cluster);
  await rm(`${cluster}.old`, { recursive: true, force: true });
  await rename(cluster, `${cluster}.old`);
}
