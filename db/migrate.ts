import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";
import { startDatabase } from "#db/embedded";
import { installQueue } from "#db/queue";
import { createRoles } from "#db/roles";
import { roleUrlBeside, withLocalSecret } from "#db/urls";

const FOLDER = { migrationsFolder: join(import.meta.dirname, "migrations") };
const OLDEST = 180000;

/** Makes the roles, runs the migrations that are new, and installs the queue; answers how many ran. */
export async function migrate(
  ownerUrl: string,
  env: Record<string, string | undefined> = process.env,
): Promise<number> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await refuseOldServer(sql);
    await createRoles(sql, env, ownerUrl);
    await sql`select pg_advisory_lock(hashtext('handover migrations'))`;
    const before = await countMigrations(sql);
    await runMigrations(drizzle(sql), FOLDER).catch(sayWhy);
    // So that the server can tell whether it is ready.
    await sql`grant usage on schema drizzle to handover_app`;
    await sql`grant select on drizzle.__drizzle_migrations to handover_app`;
    await setWaitingTime(sql, env.OWNER_REQUEST_HOURS);
    await installQueue(sql, roleUrlBeside(ownerUrl, "handover_worker", env));
    const after = await countMigrations(sql);
    refuseSkipped(after);
    return after - before;
  } finally {
    await sql.end();
  }
}

/** How long Owners have for an objection: what is not said stays as it is. */
async function setWaitingTime(sql: Sql, hours: string | undefined): Promise<void> {
  if (!hours) return;
  const number = Number(hours);
  if (!Number.isInteger(number) || number < 0 || number > 336) {
    throw new Error(
      `OWNER_REQUEST_HOURS is to be a number of hours from 0 to 336, and is "${hours}".`,
    );
  }
  await sql`update support_team set owner_request_hours = ${number}`;
}

async function refuseOldServer(sql: Sql): Promise<void> {
  const [server] = await sql<{ number: number; name: string }[]>`
    select current_setting('server_version_num')::int as number,
      current_setting('server_version') as name`;
  if (server && server.number < OLDEST) {
    throw new Error(`Handover needs PostgreSQL 18 or newer, and this server is ${server.name}.`);
  }
}

async function countMigrations(sql: Sql): Promise<number> {
  const [there] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as yes`;
  if (!there?.yes) return 0;
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from drizzle.__drizzle_migrations`;
  return row?.n ?? 0;
}

/** Drizzle's own message is the whole statement. */
function sayWhy(error: Error): never {
  const { message } = error.cause instanceof Error ? error.cause : error;
  throw new Error(`A migration failed and changed nothing: ${message}.`, { cause: error });
}

/** Drizzle runs what is dated after the last that ran, and says nothing of the rest. */
function refuseSkipped(count: number): void {
  if (count >= readMigrationFiles(FOLDER).length) return;
  throw new Error(
    "A migration is dated before one that has run already, so it was left out: " +
      "give it a later date in db/migrations/meta/_journal.json.",
  );
}

async function main(): Promise<void> {
  const given = process.env.DATABASE_URL;
  const embedded = given ? null : await startDatabase();
  try {
    const count = await migrate(embedded?.ownerUrl ?? given ?? "", withLocalSecret());
    const news =
      count === 0 ? "nothing was new" : `${count} ${count === 1 ? "migration" : "migrations"} ran`;
    process.stdout.write(`The database is up to date: ${news}.\n`);
  } finally {
    await embedded?.stop();
  }
}

if (import.meta.main) {
  main().catch((error: NodeJS.ErrnoException) => {
    // A connection refused at several addresses has no message of its own.
    process.stderr.write(`${error.message || `The database cannot be reached (${error.code}).`}\n`);
    process.exitCode = 1;
  });
}
