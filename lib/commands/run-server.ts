import { createServer } from "node:net";
import postgres from "postgres";
import { isMigrated } from "#db/is-migrated";
import { refuseUnsafeRole } from "#db/roles";
import { whereToListen } from "#lib/commands/environment";
import { hold } from "#lib/commands/run-command";

/** Serves until the command is told to stop, and answers the address. */
export async function runServer({ dev }: { dev: boolean }): Promise<string> {
  await requireUsableDatabase();
  // Only now: what is imported here reads the environment as it loads.
  const { serve } = await import("#lib/server");
  const { port, hostname } = whereToListen();
  const server = await serve({ dev, port, hostname });
  hold(server.close);
  return `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`;
}

/** Whoever serves does so as a role that the walls hold for, on a database that is up to date. */
async function requireUsableDatabase(): Promise<void> {
  const sql = postgres(process.env.HANDOVER_APP_URL ?? "", { max: 1, connect_timeout: 10 });
  try {
    await refuseUnsafeRole(sql);
    if (await isMigrated(sql)) return;
  } finally {
    await sql.end();
  }
  throw new Error("The database is not up to date: run `npm run db:migrate` first.");
}

/** Throws a sentence if something listens there already: better before a minute of building. */
export async function requireFreePort(): Promise<void> {
  const { port, hostname } = whereToListen();
  const probe = createServer();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  probe.once("error", (error: NodeJS.ErrnoException) => reject(new Error(whyNot(error, port))));
  probe.listen(port, hostname, () => probe.close(() => resolve()));
  await promise;
}

function whyNot(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} is in use. End what runs there, or choose another one: PORT=${port + 1}.`;
  }
  if (error.code === "EACCES") return `Port ${port} may not be used by this user: set PORT.`;
  return `The server cannot listen on port ${port}: ${error.message}.`;
}
