import postgres, { type Sql } from "postgres";
import type { TestProject } from "vitest/node";
import { startDatabase } from "#db/embedded";
import { migrate } from "#db/migrate";
import { localSecret, roleUrlBeside } from "#db/urls";

declare module "vitest" {
  interface ProvidedContext {
    /** URLs of a migrated database that nobody connects to: workers clone it. */
    template: {
      maintenanceUrl: string;
      ownerUrl: string;
      appUrl: string;
      agentUrl: string;
      workerUrl: string;
    };
    secret: string;
  }
}

const PREFIX = "handover_test_";

/** Makes the template once per run: on DATABASE_URL's server, else on an embedded one of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  const embedded = given ? null : await startDatabase(".data/test", { durable: false });
  const maintenanceUrl = given ?? embedded?.ownerUrl ?? "";
  const sql = postgres(maintenanceUrl, { max: 1, onnotice: () => {} });
  if (embedded) await dropDatabasesOfDeadRuns(sql);

  const name = PREFIX + process.pid;
  await sql`create database ${sql(name)}`;
  const ownerUrl = withDatabase(maintenanceUrl, name);
  const secret = process.env.HANDOVER_SECRET ?? localSecret(embedded ? ".data/test" : ".data");
  const env = { ...process.env, HANDOVER_SECRET: secret };
  await migrate(ownerUrl, env);
  const appUrl = roleUrlBeside(ownerUrl, "handover_app", env);
  const agentUrl = roleUrlBeside(ownerUrl, "handover_agent", env);
  const workerUrl = roleUrlBeside(ownerUrl, "handover_worker", env);
  project.provide("template", { maintenanceUrl, ownerUrl, appUrl, agentUrl, workerUrl });
  project.provide("secret", secret);

  return async () => {
    await drop(sql, (pid) => pid === process.pid);
    await sql.end();
    await embedded?.stop();
  };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function dropDatabasesOfDeadRuns(sql: Sql): Promise<void> {
  await drop(sql, (pid) => {
    try {
      return !process.kill(pid, 0);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "ESRCH";
    }
  });
}

async function drop(sql: Sql, isOurs: (pid: number) => boolean): Promise<void> {
  const found = await sql<{ name: string }[]>`
    select datname as name from pg_database where starts_with(datname, ${PREFIX})`;
  for (const { name } of found) {
    const pid = Number(name.slice(PREFIX.length).split("_")[0]);
    if (isOurs(pid)) await sql`drop database if exists ${sql(name)} with (force)`;
  }
}
