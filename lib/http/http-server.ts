import { createServer, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { log } from "#lib/log";

/** A server with limits: a slow or endless head, or a slow body, does not hold a place for ever. */
export function createHttpServer({ upgrades }: { upgrades: boolean }): Server {
  const server = createServer({
    // An address that names 500 contacts, and what the browser and Next repeat of it in other heads.
    maxHeaderSize: 128 * 1024,
    headersTimeout: 15_000,
    // For a file; `readBody` waits a minute for every other form.
    requestTimeout: 30 * 60_000,
    connectionsCheckingInterval: 5_000,
    // Longer than the usual minute of a proxy in front, so that the proxy closes first.
    keepAliveTimeout: 65_000,
    shouldUpgradeCallback: () => upgrades,
  });
  return server.on("clientError", refuseUnreadable);
}

export async function listen(server: Server, port: number, hostname: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(port, hostname, resolve);
  await promise;
  server.off("error", reject);
}

/** Takes no new request, lets those under way finish, and cuts what is left after `patience`. */
export async function finish(server: Server, patience = 10_000): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.prependListener("request", (_, response) => response.setHeader("connection", "close"));
  server.close(() => resolve());
  // A connection whose answer began before is kept alive, and nobody will ask on it again.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const cut = setTimeout(() => {
    server.closeAllConnections();
    // Whoever was upgraded to another protocol is not among them, and is not waited for.
    resolve();
  }, patience);
  await promise;
  clearInterval(sweep);
  clearTimeout(cut);
}

const goneAway = new Set<string | undefined>(["ECONNRESET", "EPIPE", "HPE_INVALID_EOF_STATE"]);

/** What is not HTTP, or has too slow or too large a head, never becomes a request. */
function refuseUnreadable(
  error: NodeJS.ErrnoException,
  socket: Duplex & { bytesWritten?: number },
) {
  if (goneAway.has(error.code)) return socket.destroy();
  const status =
    { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ""] ?? 400;
  log.info({ status, code: error.code }, "unreadable request");
  // Where an answer has begun, a second one would be read as its continuation.
  if (!socket.writable || socket.bytesWritten) return socket.destroy();
  const sentence = "This request could not be read. Nothing was changed.\n";
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\n` +
      `content-type: text/plain; charset=utf-8\r\ncontent-length: ${sentence.length}\r\n\r\n${sentence}`,
  );
}
