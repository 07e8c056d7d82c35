import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { type Guest, newGuest, readGuests, writeGuests } from "#db/embedded/guests";
import { initialise } from "#db/embedded/initialise";
import { withLock } from "#db/embedded/lock";
import { findCluster, findPlace, openDataFolder, type Place } from "#db/embedded/place";
import { findServer, launch, shutDown } from "#db/embedded/server";

export type Database = {
  /** The URL of the migrating role. */
  ownerUrl: string;
  /** Whether it is ours: nobody else was using it when we came. */
  started: boolean;
  /** Leaves the database; the last one to leave ends it. */
  stop(): Promise<void>;
};

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "256MB",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  // Neither statements nor the values in them reach the log.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

/**
 * Starts the PostgreSQL that comes with Handover, or joins the one that runs on this data folder
 * already: another command's, or one left behind by a command that was killed.
 */
export async function startDatabase(
  dataDirectory = ".data",
  { durable = true } = {},
): Promise<Database> {
  try {
    return await start(dataDirectory, durable);
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, dataDirectory);
  }
}

/** The migrating role's URL of the database that runs on this data folder, if one does. */
export async function findDatabase(dataDirectory = ".data"): Promise<string | null> {
  const server = await findServer(await findCluster(dataDirectory));
  return server && url(await ownerPassword(dataDirectory), server.port);
}

async function start(dataDirectory: string, durable: boolean): Promise<Database> {
  const data = await openDataFolder(dataDirectory);
  const me = newGuest();
  return withLock(join(data, "start.lock"), async () => {
    const place = await findPlace(data);
    const password = await ownerPassword(place.data);
    await initialise(place, password);
    const running = await findServer(place.cluster);
    const others = running ? await readGuests(place) : [];
    const settings = durable ? SETTINGS : { ...SETTINGS, fsync: "off" };
    const server = running ?? (await launch(place, settings));
    await writeGuests(place, [...others, me]);
    try {
      await createDatabase(url(password, server.port, "postgres"));
    } catch (error) {
      await leave(place, me);
      throw error;
    }
    return {
      ownerUrl: url(password, server.port),
      started: others.length === 0,
      stop: () => withLock(join(data, "start.lock"), () => leave(place, me)),
    };
  });
}

async function leave(place: Place, me: Guest): Promise<void> {
  const others = (await readGuests(place)).filter(({ id }) => id !== me.id);
  await writeGuests(place, others);
  const server = others.length === 0 ? await findServer(place.cluster) : null;
  if (server) await shutDown(server, place.cluster);
}

function url(password: string, port: number, database = "handover"): string {
  return `postgres://handover:${password}@127.0.0.1:${port}/${database}`;
}

async function ownerPassword(data: string): Promise<string> {
  const file = join(data, "owner-password");
  const kept = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  if (kept) return kept;
  const made = randomBytes(24).toString("hex");
  await writeFile(file, made, { mode: 0o600 });
  return made;
}

async function createDatabase(maintenanceUrl: string): Promise<void> {
  const sql = postgres(maintenanceUrl, { max: 1, onnotice: () => {} });
  try {
    const [there] = await sql`select from pg_database where datname = 'handover'`;
    if (!there) await sql`create database handover`;
  } finally {
    await sql.end();
  }
}

function explain(error: NodeJS.ErrnoException, data: string): Error {
  if (/ENOSPC|No space left|free disk space/.test(error.message)) {
    return new Error(`There is no free disk space for the database in ${data}.`, { cause: error });
  }
  if (error.code === "EACCES" || error.code === "EPERM") {
    return new Error(
      `The database in ${data} belongs to another user: run this as that user, or remove ${data}.`,
      { cause: error },
    );
  }
  if (error.code === "28P01") {
    return new Error(
      `The password in ${data}/owner-password is not the database's: bring the right one back, ` +
        `or remove ${data} to start with an empty database.`,
      { cause: error },
    );
  }
  return error;
}
