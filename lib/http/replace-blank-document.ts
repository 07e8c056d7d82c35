import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * When a page fails or says notFound() or forbidden(), Next answers with a document whose body
 * stays empty until its JavaScript has run, or with two bare words. That answer is thrown away as
 * it is written, and `replace` writes another one. The rest passes untouched.
 */
export function replaceBlankDocument(
  response: ServerResponse,
  replace: (status: number) => void,
): void {
  const isUseless = (chunk: unknown) => response.statusCode >= 400 && isBlank(response, chunk);
  intercept(response, isUseless, () => replace(response.statusCode));
}

/**
 * Lets the document of another page pass as the answer with this status. `replace` writes the
 * answer if that page does not come whole.
 */
export function passAs(status: number, response: ServerResponse, replace: () => void): void {
  const isUseless = (chunk: unknown) => {
    const isWhole = [200, status].includes(response.statusCode) && !isBlank(response, chunk);
    if (isWhole) response.statusCode = status;
    return !isWhole;
  };
  intercept(response, isUseless, replace);
}

export function wantsDocument({ headers }: IncomingMessage): boolean {
  return (
    headers.accept?.includes("text/html") === true &&
    headers.rsc === undefined &&
    headers["next-action"] === undefined
  );
}

function isBlank(response: ServerResponse, chunk: unknown): boolean {
  const type = String(response.getHeader("content-type") ?? "text/plain");
  if (type.startsWith("text/plain")) return true;
  if (!type.startsWith("text/html")) return false;
  if (response.statusCode === 500) return true;
  const start = typeof chunk === "string" || chunk instanceof Uint8Array ? chunk.slice(0, 300) : "";
  return Buffer.from(start).includes('id="__next_error__"');
}

/** Looks at the first piece of an answer, before its head is out. */
function intercept(
  response: ServerResponse,
  isUseless: (chunk: unknown) => boolean,
  replace: () => void,
): void {
  const { flushHeaders, write, end } = response;
  const namesBefore = new Set(response.getHeaderNames());
  let isThrownAway: boolean | undefined;

  const look = (chunk: unknown) => {
    isThrownAway ??= isUseless(chunk);
    return isThrownAway;
  };
  response.flushHeaders = () => {};
  response.write = (...chunk: unknown[]) => look(chunk[0]) || Reflect.apply(write, response, chunk);
  response.end = (...chunk: unknown[]) => {
    look(chunk[0]);
    Object.assign(response, { flushHeaders, write, end });
    if (!isThrownAway) return Reflect.apply(end, response, chunk);
    for (const name of response.getHeaderNames()) {
      if (!namesBefore.has(name) && name !== "set-cookie") response.removeHeader(name);
    }
    replace();
    return response;
  };
}
