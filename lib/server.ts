import next from "next";
import { answerWith } from "#lib/http/answer";
import { createHttpServer, finish, listen } from "#lib/http/http-server";

interface ServeOptions {
  dev: boolean;
  port: number;
  hostname: string;
}

/** Serves the application until it is closed. Why not `next start`: docs/decisions/002-own-server.md */
export async function serve({ dev, port, hostname }: ServeOptions) {
  const server = createHttpServer({ upgrades: dev });
  // Quiet: Next prints an error with all it carries, a failed query's values among them.
  const app = next({ dev, port, hostname, httpServer: server, quiet: !dev });
  await app.prepare();
  server.on("request", answerWith(app.getRequestHandler(), dev));
  await listen(server, port, hostname);
  return {
    async close(): Promise<void> {
      await finish(server, dev ? 500 : 10_000);
      await app.close();
    },
  };
}
