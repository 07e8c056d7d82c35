import { mkdirSync } from "node:fs";
import postgres, { type Sql } from "postgres";
import { startDatabase } from "#db/embedded";
import { migrate } from "#db/migrate";
import { localSecret, roleUrlBeside } from "#db/urls";

/** A database of its own for each size, so that a small one is no corner of a large one's indexes. */
export type Scratch = { sql: Sql; appUrl: string; workerUrl: string; drop(): Promise<void> };

/** Makes databases on an embedded server with the settings of a real one: what is committed is kept. */
export async function openScratch() {
  const folder = ".data/bench";
  mkdirSync(folder, { recursive: true });
  const server = await startDatabase(folder);
  const env = { ...process.env, HANDOVER_SECRET: localSecret(folder) };
  process.env.HANDOVER_SECRET = env.HANDOVER_SECRET;
  return {
    async create(name: string): Promise<Scratch> {
      const maintenance = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
      await maintenance`drop database if exists ${maintenance(name)} with (force)`;
      await maintenance`create database ${maintenance(name)}`;
      const url = new URL(server.ownerUrl);
      url.pathname = `/${name}`;
      await migrate(url.href, env);
      const sql = postgres(url.href, { max: 4, onnotice: () => {} });
      return {
        sql,
        appUrl: roleUrlBeside(url.href, "handover_app", env),
        workerUrl: roleUrlBeside(url.href, "handover_worker", env),
        async drop() {
          await globalThis.handoverDatabase?.$client.end();
          globalThis.handoverDatabase = undefined;
          await sql.end();
          await maintenance`drop database ${maintenance(name)} with (force)`;
          await maintenance.end();
        },
      };
    },
    stop: () => server.stop(),
  };
}

/** From now on the use cases work in this database. */
export function pointUseCasesAt({ appUrl, workerUrl }: Scratch): void {
  process.env.HANDOVER_APP_URL = appUrl;
  process.env.HANDOVER_WORKER_URL = workerUrl;
  globalThis.handoverDatabase = undefined;
}
