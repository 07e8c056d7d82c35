import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { type Role, roleUrl } from "#db/urls";

type Database = PostgresJsDatabase & { $client: Sql };

declare global {
  // Kept over hot reloads, which load this module anew.
  var handoverDatabase: Database | undefined;
  var handoverAgentDatabase: Database | undefined;
}

/** The application's pool, as role handover_app. It connects at the first query and after outages. */
export function database(): Database {
  globalThis.handoverDatabase ??= openPool("handover_app", 10);
  return globalThis.handoverDatabase;
}

/** The support console's, as role handover_agent: few people, and never the application's rights. */
export function agentDatabase(): Database {
  globalThis.handoverAgentDatabase ??= openPool("handover_agent", 4);
  return globalThis.handoverAgentDatabase;
}

function openPool(role: Role, size: number): Database {
  const pool = postgres(roleUrl(role), {
    max: Number(process.env.DATABASE_POOL ?? size),
    connect_timeout: 5,
    idle_timeout: 300,
    onnotice: () => {},
    connection: { application_name: "handover" },
  });
  return drizzle(pool, { casing: "snake_case" });
}
