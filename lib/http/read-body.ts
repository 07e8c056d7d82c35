import { IncomingMessage } from "node:http";

const largestBody = 1024 * 1024;
const drainedAtMost = 32 * 1024 * 1024;

/**
 * Reads the whole body before anything is executed: null when it is larger than 1 MB. The rest is
 * then read and thrown away up to a limit, since a browser that is still sending sees no answer.
 */
export function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > drainedAtMost) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= largestBody) chunks.push(chunk);
      else chunks = [];
      if (size > drainedAtMost) resolve(null);
    });
    request.on("end", () => resolve(size > largestBody ? null : Buffer.concat(chunks)));
    request.on("close", () => reject(new Error("The client went away while sending.")));
    request.on("error", reject);
  });
}

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
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
