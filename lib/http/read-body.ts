import { IncomingMessage } from "node:http";
import { bodyTooLarge, bodyTooSlow, type Refused } from "#lib/http/refused";

const largestBody = 1024 * 1024;
const drainedAtMost = 32 * 1024 * 1024;

/** What a form that is not a file's may take; the server itself waits as long as a file may. */
const patience = 60_000;

/**
 * Reads the whole body before anything is executed, or answers why not: more than 1 MB, or a minute
 * was not enough. The rest is then read and thrown away up to a limit, since a browser that is still
 * sending sees no answer.
 */
export function readBody(request: IncomingMessage): Promise<Buffer | Refused> {
  if (announcedSize(request) > drainedAtMost) return Promise.resolve(bodyTooLarge);
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => resolve(bodyTooSlow), patience);
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= largestBody) chunks.push(chunk);
      else chunks = [];
      if (size > drainedAtMost) resolve(bodyTooLarge);
    });
    request.on("end", () => resolve(size > largestBody ? bodyTooLarge : Buffer.concat(chunks)));
    request.on("close", () => {
      clearTimeout(timer);
      reject(new Error("The client went away while sending."));
    });
    request.on("error", reject);
  });
}

export function announcedSize({ headers }: IncomingMessage): number {
  return Number(headers["content-length"] ?? 0);
}

export function hasBody(request: IncomingMessage): boolean {
  return request.headers["transfer-encoding"] !== undefined || announcedSize(request) > 0;
}

/** Whether a form that was sent in parts has its last part. */
export function isWhole({ headers }: IncomingMessage, body: Buffer): boolean {
  const type = headers["content-type"] ?? "";
  if (!/^multipart\//i.test(type)) return true;
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  return boundary !== undefined && body.includes(`--${boundary}--`);
}

/** The same request once more, for a reader who was not there when the body came in. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = copyOf(request);
  again.push(body);
  again.push(null);
  return again;
}

/** A request for another address by the same client. */
export function withoutBody(request: IncomingMessage, url: string): IncomingMessage {
  const other = copyOf(request);
  other.method = request.method === "HEAD" ? "HEAD" : "GET";
  other.url = url;
  for (const name of Object.keys(other.headers)) {
    if (name.startsWith("content-") && name !== "content-security-policy")
      delete other.headers[name];
  }
  other.push(null);
  return other;
}

function copyOf(request: IncomingMessage): IncomingMessage {
  const { method, url, headers, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  const copy = new IncomingMessage(request.socket);
  Object.assign(copy, { method, url, httpVersion, httpVersionMajor, httpVersionMinor });
  copy.headers = { ...headers };
  copy.complete = true;
  return copy;
}
