import postgres, { type Sql } from "postgres";
import { inject } from "vitest";

export type TestDatabase = {
  ownerUrl: string;
  appUrl: string;
  agentUrl: string;
  workerUrl: string;
};

/** This worker's own database, fresh for each test file. */
export function testDatabase(): TestDatabase {
  const { ownerUrl, appUrl, agentUrl, workerUrl } = inject("template");
  return {
    ownerUrl: own(ownerUrl),
    appUrl: own(appUrl),
    agentUrl: own(agentUrl),
    workerUrl: own(workerUrl),
  };
}

/** Connects to this worker's database; whoever asks ends the client. */
export function connectAs(
  who: "owner" | "app" | "agent" | "worker",
  options: { max?: number } = {},
): Sql {
  return postgres(testDatabase()[`${who}Url`], { onnotice: () => {}, ...options });
}

/** Replaces this worker's database by a clone of the template. */
export async function cloneTemplate(): Promise<void> {
  const { maintenanceUrl, ownerUrl } = inject("template");
  const sql = postgres(maintenanceUrl, { max: 1, onnotice: () => {} });
  try {
    const clone = sql(databaseOf(own(ownerUrl)));
    await sql`drop database if exists ${clone} with (force)`;
    await sql`create database ${clone} template ${sql(databaseOf(ownerUrl))}`;
  } finally {
    await sql.end();
  }
}

function own(url: string): string {
  const changed = new URL(url);
  changed.pathname += `_${process.env.VITEST_POOL_ID}`;
  return changed.href;
}

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1);
}
