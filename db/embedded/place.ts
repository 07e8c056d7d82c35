import { chmod, chown, mkdir, mkdtemp, realpath, rmdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { canRun, copyBinaries, packagedBinaries } from "#db/embedded/binaries";
import { findOutsideFolder, isThere, openOutsideFolder } from "#db/embedded/outside-folder";
import { databaseUser, type SystemUser, succeeds } from "#db/embedded/system-user";

/** `data` is ours; PostgreSQL, running as `user`, works on `cluster` and out of `binaries`. */
export type Place = { data: string; cluster: string; binaries: string; user?: SystemUser };

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
  const place = { data, cluster, binaries: packagedBinaries(), user };

  if (!(await isReachable(user, cluster))) {
    place.cluster = join(await openOutsideFolder(data, user), "postgres");
  }
  if (await canRun(user, place.binaries)) return place;
  if (user) {
    place.binaries = await copyBinaries(place.binaries, await openOutsideFolder(data, user));
    if (await canRun(user, place.binaries)) return place;
  }
  throw new Error(
    `The PostgreSQL in ${place.binaries} does not run on this system: set DATABASE_URL instead.`,
  );
}

/** Where the cluster of this data folder lies, or would lie; makes nothing. */
export async function findCluster(dataDirectory: string): Promise<string> {
  const data = await realpath(dataDirectory).catch(() => resolve(dataDirectory));
  const folder = await findOutsideFolder(data);
  const outside = folder && join(folder, "postgres");
  // The folder outside may hold binaries alone.
  return outside && (await isThere(outside)) ? outside : join(data, "postgres");
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
