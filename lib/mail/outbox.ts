import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Letter } from "#lib/mail/transport";

export type KeptLetter = Letter & { at: string };

const SHOWN = 200;

/** The folder of the local outbox, in demo and development alone. */
function folder(): string | null {
  return process.env.HANDOVER_OUTBOX || null;
}

/** Keeps a letter instead of sending it; the same one again takes its own place. */
export async function keepInOutbox(letter: Letter): Promise<void> {
  const path = folder();
  if (!path) throw new Error("There is no outbox: HANDOVER_OUTBOX is not set.");
  await mkdir(path, { recursive: true });
  const kept: KeptLetter = { ...letter, at: new Date().toISOString() };
  const file = join(path, `${letter.mailId}.json`);
  // Written aside, so that nobody reads half a letter.
  await writeFile(`${file}.draft`, JSON.stringify(kept));
  await rename(`${file}.draft`, file);
}

/** The letters kept so far, newest first; null where there is no outbox. */
export async function listOutbox(): Promise<KeptLetter[] | null> {
  const path = folder();
  if (!path) return null;
  const files = (await readdir(path).catch(noneYet)).filter((name) => name.endsWith(".json"));
  const letters = await Promise.all(
    files.map(async (name) => JSON.parse(await readFile(join(path, name), "utf8")) as KeptLetter),
  );
  return letters.sort((one, other) => other.at.localeCompare(one.at)).slice(0, SHOWN);
}

export async function findInOutbox(mailId: string): Promise<KeptLetter | null> {
  const letters = await listOutbox();
  return letters?.find((letter) => letter.mailId === mailId) ?? null;
}

function noneYet(error: NodeJS.ErrnoException): string[] {
  if (error.code === "ENOENT") return [];
  throw error;
}
