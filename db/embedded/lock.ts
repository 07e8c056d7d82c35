import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, type Process, thisProcess } from "#db/embedded/processes";

const PATIENCE = 120_000;
let turn = 0;

/** Runs the work while no other process that asks for the same lock file runs its own. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await acquire(file);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function acquire(file: string): Promise<void> {
  const mine = `${file}.${process.pid}.${turn++}`;
  const deadline = Date.now() + PATIENCE;
  try {
    await writeFile(mine, JSON.stringify(thisProcess()), { mode: 0o600 });
    while (!(await take(mine, file))) {
      await freeFromTheDead(file, mine);
      if (Date.now() > deadline) {
        throw new Error(`Another command has held ${file} for two minutes: end it and try again.`);
      }
      await sleep(50);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** A hard link appears with its content and for one taker only. */
async function take(mine: string, file: string): Promise<boolean> {
  try {
    await link(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Moves a dead holder's lock away, and back if a living one took it in the meantime. */
async function freeFromTheDead(file: string, mine: string): Promise<void> {
  const aside = `${mine}.aside`;
  try {
    if (isHeld(await readFile(file, "utf8"))) return;
    await rename(file, aside);
    if (isHeld(await readFile(aside, "utf8"))) await link(aside, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "EEXIST") throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

/** A lock that says nothing, after a power cut for instance, is nobody's. */
function isHeld(content: string): boolean {
  return content.trim() !== "" && isAlive(JSON.parse(content) as Process);
}
