import { createServer, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import { answerWith } from "#lib/http/answer";
import { log } from "#lib/log";

interface ServeOptions {
  dev: boolean;
  port: number;
  hostname: string;
}

/** Serves the application until it is closed. Why not `next start`: docs/decisions/002. */
export async function serve({ dev, port, hostname }: ServeOptions) {
  const server = createServer({
    headersTimeout: 15_000,
    requestTimeout: 60_000,
    connectionsCheckingInterval: 5_000,
    // Longer than the usual minute of a proxy in front, so that the proxy closes first.
    keepAliveTimeout: 65_000,
    shouldUpgradeCallback: () => dev,
  });
  const app = next({ dev, port, hostname, httpServer: server, quiet: !dev });
  await app.prepare();
  server.on("request", answerWith(app.getRequestHandler(), dev));
  server.on("clientError", refuseUnreadable);
  await listen(server, port, hostname);
  return {
    async close(): Promise<void> {
      await finish(server);
      await app.close();
    },
  };
}

/** What is not HTTP, or too slow or too large a head, never becomes a request. */
function refuseUnreadable(
  error: NodeJS.ErrnoException,
  socket: Duplex & { bytesWritten?: number },
) {
  const status =
    { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ""] ?? 400;
  if (error.code !== "ECONNRESET") log.info({ status, code: error.code }, "unreadable request");
  if (!socket.writable || socket.bytesWritten) return socket.destroy();
  const sentence = "This request could not be read. Nothing was changed.\n";
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\n` +
      `content-type: text/plain; charset=utf-8\r\ncontent-length: ${sentence.length}\r\n\r\n${sentence}`,
  );
}

function listen(server: Server, port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Lets running requests finish for ten seconds, then cuts what is left. */
async function finish(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const cut = setTimeout(() => server.closeAllConnections(), 10_000);
  await closed;
  clearTimeout(cut);
}
