import { createServer } from "node:net";
import { whereToListen } from "#lib/commands/environment";
import { outliveCutConnections } from "#lib/commands/outlive-cut-connections";
import { hold } from "#lib/commands/run-command";
import { startJobs } from "#lib/commands/start-jobs";
import { requireUsableConsole, requireUsableDatabase } from "#lib/commands/usable-database";

/** Serves until the command is told to stop, does the queue's jobs too, and answers the address. */
export async function runServer({ dev }: { dev: boolean }): Promise<string> {
  await requireUsableDatabase();
  await requireUsableConsole();
  outliveCutConnections();
  // Only now: what is imported here reads the environment as it loads.
  const { serve } = await import("#lib/server");
  const { port, hostname } = whereToListen();
  const server = await serve({ dev, port, hostname });
  hold(server.close);
  if (process.env.RUN_JOBS !== "0") await startJobs();
  return `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`;
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
