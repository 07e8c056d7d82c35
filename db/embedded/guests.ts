import { randomUUID } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "#db/embedded/place";
import { isAlive, type Process, thisProcess } from "#db/embedded/processes";

/** A command that uses the database. One process may be several. */
export type Guest = Process & { id: string };

export function newGuest(): Guest {
  return { ...thisProcess(), id: randomUUID() };
}

/** Who uses the server; the killed do not. The list of a copied folder speaks of another cluster. */
export async function readGuests(place: Place): Promise<Guest[]> {
  try {
    const list = JSON.parse(await readFile(fileOf(place), "utf8"));
    const { cluster, guests } = list as { cluster: string; guests: Guest[] };
    return cluster === place.cluster ? guests.filter(isAlive) : [];
  } catch {
    return [];
  }
}

export async function writeGuests(place: Place, guests: Guest[]): Promise<void> {
  if (guests.length === 0) return rm(fileOf(place), { force: true });
  const list = JSON.stringify({ cluster: place.cluster, guests });
  await writeFile(fileOf(place), list, { mode: 0o600 });
}

function fileOf({ data }: Place): string {
  return join(data, "guests.json");
}
