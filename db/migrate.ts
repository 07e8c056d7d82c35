import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";
import { startDatabase } from "#db/embedded";
import { createRoles } from "#db/roles";
import { localSecret } from "#db/urls";

const OLDEST = 180000;

/** Makes the roles and runs the migrations that are new; answers how many that were. */
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
    await runMigrations(drizzle(sql), {
      migrationsFolder: join(import.meta.dirname, "migrations"),
    });
    return (await countMigrations(sql)) - before;
  } finally {
    await sql.end();
  }
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

async function main(): Promise<void> {
  const own = process.env.DATABASE_URL;
  const database = own ? null : await startDatabase();
  try {
    const ownerUrl = database?.ownerUrl ?? own ?? "";
    const secret = process.env.HANDOVER_SECRET ?? localSecret();
    const count = await migrate(ownerUrl, { ...process.env, HANDOVER_SECRET: secret });
    const what = count === 0 ? "nothing to migrate" : `${count} migrations run`;
    process.stdout.write(`Database ${new URL(ownerUrl).pathname.slice(1)}: ${what}.\n`);
  } finally {
    await database?.stop();
  }
}

if (import.meta.main) {
  main().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
