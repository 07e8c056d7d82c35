import type { IncomingMessage, ServerResponse } from "node:http";
import { constants, createGzip, type Gzip } from "node:zlib";

const compressible = /^(text\/|application\/(json|javascript|manifest\+json)|image\/svg)/;
const smallest = 1024;

/**
 * Compresses text as it is written. Ours instead of Next's `compress`, because what Next's own
 * has compressed can no longer be looked at by `replaceBlankDocument`.
 */
export function compress(request: IncomingMessage, response: ServerResponse): void {
  if (request.method === "HEAD" || request.headers.range || !acceptsGzip(request)) return;
  const { writeHead, write, end } = response;
  let gzip: Gzip | undefined;

  response.writeHead = (...head: unknown[]) => {
    response.statusCode = Number(head[0]);
    if (isWorthIt(response)) gzip = startGzip(response, write, end);
    return Reflect.apply(writeHead, response, head);
  };
  response.write = (...chunk: unknown[]) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    return gzip ? gzip.write(chunk[0]) : Reflect.apply(write, response, chunk);
  };
  response.end = (...chunk: unknown[]) => {
    const [body] = chunk;
    if (!response.headersSent) {
      if (body instanceof Uint8Array || typeof body === "string") {
        response.setHeader("content-length", Buffer.byteLength(body));
      }
      response.writeHead(response.statusCode);
    }
    if (!gzip) return Reflect.apply(end, response, chunk);
    gzip.end(typeof body === "function" ? undefined : body);
    return response;
  };
}

function acceptsGzip({ headers }: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(headers["accept-encoding"] ?? ""));
}

function isWorthIt(response: ServerResponse): boolean {
  if (!compressible.test(String(response.getHeader("content-type") ?? ""))) return false;
  response.appendHeader("vary", "accept-encoding");
  const length = response.getHeader("content-length");
  const hasBody = response.statusCode >= 200 && ![204, 206, 304].includes(response.statusCode);
  return (
    hasBody &&
    !response.hasHeader("content-encoding") &&
    (length === undefined || Number(length) >= smallest)
  );
}

function startGzip(
  response: ServerResponse,
  write: ServerResponse["write"],
  end: ServerResponse["end"],
): Gzip {
  response.removeHeader("content-length");
  response.setHeader("content-encoding", "gzip");
  const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH });
  gzip.on("data", (chunk: Buffer) => {
    if (!Reflect.apply(write, response, [chunk])) gzip.pause();
  });
  gzip.on("end", () => Reflect.apply(end, response, []));
  gzip.on("drain", () => response.emit("drain"));
  response.on("drain", () => gzip.resume());
  response.once("close", () => gzip.destroy());
  return gzip;
}
