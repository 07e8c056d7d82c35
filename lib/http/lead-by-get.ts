import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * A form whose page leads elsewhere as it is rendered again is not to be sent there once more, as
 * Next's 307 and 308 tell a browser: the other page knows nothing of it.
 */
export function leadByGet({ method }: IncomingMessage, response: ServerResponse): void {
  if (method !== "POST") return;
  const { writeHead } = response;
  response.writeHead = (...[status, ...rest]: unknown[]) =>
    Reflect.apply(writeHead, response, [status === 307 || status === 308 ? 303 : status, ...rest]);
}
