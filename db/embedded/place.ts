import { createHash } from "node:crypto";
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rmdir,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { canRun, copyBinaries, packagedBinaries } from "#db/embedded/binaries";
import { databaseUser, type SystemUser, succeeds } from "#db/embedded/system-user";

/** `data` is ours, `cluster` and `binaries` are what PostgreSQL, running as `user`, works on. */
export type Place = { data: string; cluster: string; binaries: string; user?: SystemUser };

/** Where an existing cluster of this data folder lies, or would lie; makes nothing. */
export async function findCluster(dataDirectory: string): Promise<string> {
  const data = await realpath(dataDirectory).catch(() => resolve(dataDirectory));
  const noted = await notedFolder(data);
  const outside = noted && join(noted, "postgres");
  // The noted folder may hold binaries alone.
  return outside && (await isThere(outside)) ? outside : join(data, "postgres");
}

/** The data folder's true path; a new one lets PostgreSQL's user through, and nobody look. */
export async function openDataFolder(dataDirectory: string): Promise<string> {
  const made = await mkdir(dataDirectory, { recursive: true });
  if (made) await chmod(dataDirectory, 0o711);
  return realpath(dataDirectory);
}

/** Finds, and makes where needed, folders that the user PostgreSQL runs as can reach. */
export async function findPlace(data: string): Promise<Place> {
  const cluster = await findCluster(data);
  const user = await databaseUser(cluster);
  const binaries = packagedBinaries();
  const place = { data, cluster, binaries, user };

  if (!(await isReachable(user, cluster))) {
    place.cluster = join(await elsewhere(data, user), "postgres");
  }
  if (!(await canRun(user, binaries))) {
    if (!user) throw new Error(`The PostgreSQL in ${binaries} does not run on this system.`);
    place.binaries = await copyBinaries(binaries, await elsewhere(data, user));
    if (!(await canRun(user, place.binaries))) {
      throw new Error(`The PostgreSQL in ${place.binaries} does not run on this system.`);
    }
  }
  return place;
}

/** Asks the system itself, through every parent folder, by a try in a folder of that user's. */
async function isReachable(user: SystemUser | undefined, cluster: string): Promise<boolean> {
  if (!user) return true;
  if (await isThere(cluster)) {
    if (await succeeds(user, "test", "-w", cluster)) return true;
    throw new Error(
      `The system user of the database cannot reach ${cluster} any more: ` +
        "open the folders above it again, or move it away to start with an empty database.",
    );
  }
  const probe = await mkdtemp(`${cluster}.try-`);
  try {
    await chown(probe, user.uid, user.gid);
    return await succeeds(user, "test", "-w", probe);
  } catch {
    return false;
  } finally {
    await rmdir(probe);
  }
}

/** A folder outside the clone, of our own, named after the clone's place and noted in it. */
async function elsewhere(data: string, user: SystemUser | undefined): Promise<string> {
  const noted = await notedFolder(data);
  if (noted) return noted;
  for (const parent of ["/var/lib", "/var/tmp", tmpdir()]) {
    const folder = join(parent, folderName(data));
    if (!(await makeOwnFolder(folder)) || !(await succeeds(user, "test", "-x", folder))) continue;
    await writeFile(join(folder, "belongs-to"), data, { mode: 0o600 });
    await writeFile(join(data, "location"), `${folder}\n`, { mode: 0o600 });
    return folder;
  }
  throw new Error(
    `The system user of the database can reach neither ${data} nor a folder in /var or ${tmpdir()}: ` +
      "put the clone where it can, or set DATABASE_URL.",
  );
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

/**
 * The noted folder, if it is ours: named after this place, or left by a clone that has moved here.
 * A copied clone begins with a folder of its own.
 */
async function notedFolder(data: string): Promise<string | null> {
  const folder = await readFile(join(data, "location"), "utf8").catch(() => "");
  const owner = await readFile(join(folder.trim(), "belongs-to"), "utf8").catch(() => "");
  if (folder === "" || owner === "") return null;
  const isOurs = basename(folder.trim()) === folderName(data);
  const hasMoved = !(await isThere(owner));
  return isOurs || hasMoved ? folder.trim() : null;
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

function folderName(data: string): string {
  return `handover-${createHash("sha256").update(data).digest("hex").slice(0, 16)}`;
}
