import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sql } from "postgres";

/** No such schema, no such table, or no right to look: what a database is like before the first one. */
const never = new Set(["3F000", "42P01", "42501"]);

/** Whether every migration of this version has run. Role handover_app may ask. */
export async function isMigrated(sql: Sql): Promise<boolean> {
  const known = JSON.parse(
    readFileSync(join(process.cwd(), "db/migrations/meta/_journal.json"), "utf8"),
  ).entries.length;
  try {
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from drizzle.__drizzle_migrations`;
    return (row?.n ?? 0) >= known;
  } catch (error) {
    if (error instanceof Error && "code" in error && never.has(String(error.code))) return false;
    throw error;
  }
}
