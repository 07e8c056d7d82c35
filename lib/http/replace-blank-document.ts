import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * When a page fails or says notFound(), Next answers with a document whose body stays empty until
 * its JavaScript has run, or with two bare words. Where a person asked for a document, that answer
 * is thrown away as it is written, and `replace` writes another one. The rest passes untouched.
 */
export function replaceBlankDocument(
  request: IncomingMessage,
  response: ServerResponse,
  replace: (status: number) => void,
): void {
  if (!wantsDocument(request)) return;
  const { flushHeaders, write, end } = response;
  let isBlank: boolean | undefined;

  const look = (chunk: unknown) => {
    isBlank ??= response.statusCode >= 400 && isBlankDocument(response, chunk);
    return isBlank;
  };
  const restore = () => Object.assign(response, { flushHeaders, write, end });

  response.flushHeaders = () => {
    if (response.statusCode < 400) Reflect.apply(flushHeaders, response, []);
  };
  response.write = (...chunk: unknown[]) => look(chunk[0]) || Reflect.apply(write, response, chunk);
  response.end = (...chunk: unknown[]) => {
    const isReplaced = look(chunk[0]);
    restore();
    if (!isReplaced) return Reflect.apply(end, response, chunk);
    for (const name of ["content-length", "content-type", "etag"]) response.removeHeader(name);
    replace(response.statusCode);
    return response;
  };
}

function wantsDocument({ headers }: IncomingMessage): boolean {
  return (
    headers.accept?.includes("text/html") === true &&
    headers.rsc === undefined &&
    headers["next-action"] === undefined
  );
}

function isBlankDocument(response: ServerResponse, chunk: unknown): boolean {
  const type = String(response.getHeader("content-type") ?? "text/plain");
  if (type.startsWith("text/plain")) return true;
  if (!type.startsWith("text/html")) return false;
  if (response.statusCode === 500) return true;
  const start = typeof chunk === "string" || chunk instanceof Uint8Array ? chunk.slice(0, 300) : "";
  return Buffer.from(start).includes('id="__next_error__"');
}
