import { execFile, spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";

export type SystemUser = { uid: number; gid: number };

const run = promisify(execFile);

/**
 * Whom PostgreSQL runs as when we are root, which it refuses to be: the owner of a cluster that is
 * there already, else the system user `postgres`. Undefined: we are not root, it runs as we do.
 */
export async function databaseUser(cluster: string): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const there = await stat(cluster).catch(() => null);
  if (there && there.uid !== 0) return { uid: there.uid, gid: there.gid };
  return (await find("postgres")) ?? (await find("_postgres")) ?? (await create());
}

/** Whether the command, run as that user, ends well: what a permission means is what it does. */
export function succeeds(
  user: SystemUser | undefined,
  command: string,
  ...args: string[]
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...user, cwd: "/", stdio: "ignore" });
    child.on("error", () => resolve(false));
    child.on("exit", (code) => resolve(code === 0));
  });
}

async function find(name: string): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all(["-u", "-g"].map((flag) => run("id", [flag, name])));
    return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
  } catch {
    return undefined;
  }
}

async function create(): Promise<SystemUser> {
  try {
    await run("groupadd", ["--system", "--force", "postgres"]);
    const options = ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin"];
    await run("useradd", [...options, "--gid", "postgres", "postgres"]);
  } catch {
    // Another command may have made it in the meantime: what counts is that it is there.
  }
  const made = await find("postgres");
  if (made) return made;
  throw new Error(
    "PostgreSQL refuses to run as root and no system user `postgres` could be made: " +
      "create one, run this as an ordinary user, or set DATABASE_URL.",
  );
}
