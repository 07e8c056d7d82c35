import postgres from "postgres";
import { isMigrated } from "#db/is-migrated";
import { refuseUnsafeRole } from "#db/roles";

/** Whoever serves does so as a role that the walls hold for, on a database that is up to date. */
export async function requireUsableDatabase(): Promise<void> {
  const sql = postgres(process.env.HANDOVER_APP_URL ?? "", { max: 1, connect_timeout: 10 });
  try {
    await refuseUnsafeRole(sql);
    if (await isMigrated(sql)) return;
  } finally {
    await sql.end();
  }
  throw new Error("The database is not up to date: run `npm run db:migrate` first.");
}

/** The console is served by a role of its own, for which the walls have to hold too. */
export async function requireUsableConsole(): Promise<void> {
  const sql = postgres(process.env.HANDOVER_AGENT_URL ?? "", { max: 1, connect_timeout: 10 });
  try {
    await refuseUnsafeRole(sql, "handover_agent");
  } finally {
    await sql.end();
  }
}
