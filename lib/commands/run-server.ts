import { createServer } from "node:net";
import { whereToListen } from "#lib/commands/environment";

/** Serves until the process is told to stop: then requests under way finish, then `release` runs. */
export async function runServer(dev: boolean, release: () => Promise<void>): Promise<string> {
  // Only now: what is imported here reads the environment as it loads.
  const { serve } = await import("#lib/server");
  const { port, hostname } = whereToListen();
  const server = await serve({ dev, port, hostname });
  onceStopped(async () => {
    await server.close();
    await release();
  });
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

function onceStopped(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      // Who asks twice does not want to wait.
      if (isStopping) process.exit(1);
      isStopping = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
