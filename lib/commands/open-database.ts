import { rm } from "node:fs/promises";
import postgres from "postgres";
import { startDatabase } from "#db/embedded";
import { migrate } from "#db/migrate";
import { dropQueue } from "#db/queue";
import { seed } from "#db/seed/seed";
import { localSecret, roleUrlBeside } from "#db/urls";
import { OUTBOX } from "#lib/commands/environment";
import { hold } from "#lib/commands/run-command";

/**
 * Opens the database of `npm run demo` and `npm run dev` and answers its owner's URL: DATABASE_URL's,
 * else the one that comes with Handover; migrated, and with demo data if it is empty.
 */
export async function openDatabase({ reset = false } = {}): Promise<string> {
  process.env.HANDOVER_SECRET ||= localSecret();
  const given = process.env.DATABASE_URL || undefined;
  const ownerUrl = given ?? (await openEmbedded(reset));
  if (reset) await startOver(ownerUrl, given !== undefined);
  await migrate(ownerUrl);
  await seed(ownerUrl);
  return ownerUrl;
}

async function openEmbedded(reset: boolean): Promise<string> {
  const { ownerUrl, started, stop } = await startDatabase();
  hold(stop);
  if (reset && !started) {
    throw new Error("Another command uses this database: end it before you start over.");
  }
  return ownerUrl;
}

async function startOver(ownerUrl: string, isGiven: boolean): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    if (isGiven) await refuseForeignAccounts(sql);
    await dropQueue(sql, roleUrlBeside(ownerUrl, "handover_worker"));
    await rm(process.env.HANDOVER_OUTBOX || OUTBOX, { recursive: true, force: true });
    await sql`drop schema if exists public, drizzle cascade`;
    await sql`create schema public`;
  } finally {
    await sql.end();
  }
}

/** A server of somebody's own may hold real accounts: those are not thrown away by a demo. */
async function refuseForeignAccounts(sql: postgres.Sql): Promise<void> {
  const [there] = await sql`select to_regclass('public.accounts') is not null as yes`;
  if (!there?.yes) return;
  const [foreign] = await sql<{ name: string }[]>`
    select name from accounts where name not in ('Alder Realty', 'Birch Supply') limit 1`;
  if (!foreign) return;
  throw new Error(
    `DATABASE_URL's database holds the account ${foreign.name}, which is no demo data, ` +
      "so --reset leaves it alone.",
  );
}
