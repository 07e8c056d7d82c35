import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddress } from "#lib/http/client-address";
import { loggablePath } from "#lib/http/loggable-path";
import { log } from "#lib/log";

/** Writes one line when the answer is out, or when the client has gone away before. */
export function logRequest(request: IncomingMessage, response: ServerResponse, id: string): void {
  const started = performance.now();
  const { socket, method, url = "" } = request;
  const address = clientAddress(request);
  const bytesBefore = socket.bytesWritten;
  response.once("close", () => {
    const line = {
      id,
      method,
      path: loggablePath(url),
      status: response.statusCode,
      ms: Math.round((performance.now() - started) * 10) / 10,
      bytes: socket.bytesWritten - bytesBefore,
      address,
    };
    if (!response.writableFinished) log.info({ ...line, aborted: true }, "aborted");
    else if (response.statusCode >= 500) log.error(line, "request");
    else if (url.startsWith("/_next/static/")) log.debug(line, "request");
    else log.info(line, "request");
  });
}
