import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { roleUrl } from "#db/urls";

type Database = PostgresJsDatabase & { $client: Sql };

declare global {
  // Kept over hot reloads, which load this module anew.
  var handoverDatabase: Database | undefined;
}

/** The application's pool, as role handover_app. It connects at the first query and after outages. */
export function database(): Database {
  globalThis.handoverDatabase ??= drizzle(
    postgres(roleUrl("handover_app"), {
      max: Number(process.env.DATABASE_POOL ?? 10),
      connect_timeout: 5,
      idle_timeout: 300,
      onnotice: () => {},
      connection: { application_name: "handover" },
    }),
    { casing: "snake_case" },
  );
  return globalThis.handoverDatabase;
}
