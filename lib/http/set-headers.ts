import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddress } from "#lib/http/client-address";
import {
  contentSecurityPolicy,
  letterPath,
  letterPolicy,
  securityHeaders,
} from "#lib/http/security-headers";

const ours = /^(x-forwarded-.*|x-handover-.*|content-security-policy.*)$/;
const alsoOurs = new Set(["x-request-id", "x-nonce", "x-real-ip", "forwarded"]);

/** The headers that only we set: whatever the client sent under these names is dropped. */
export function setHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  dev: boolean,
): void {
  const { headers } = request;
  const address = clientAddress(request);
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"), dev);
  for (const name of Object.keys(headers)) {
    if (ours.test(name) || alsoOurs.has(name)) delete headers[name];
  }
  headers["x-request-id"] = requestId;
  headers["x-handover-address"] = address;
  // The page that was asked for: who has to sign in first is led there afterwards.
  headers["x-handover-path"] = request.url;
  // Next takes the nonce of its scripts from here.
  headers["content-security-policy"] = policy;
  // The origin is checked by now. Next compares it with the host, which a proxy may have changed.
  const host = URL.parse(headers.origin ?? "")?.host ?? headers.host;
  if (host) headers["x-forwarded-host"] = host;

  response.setHeader("x-request-id", requestId);
  const isLetter = letterPath.test(request.url ?? "");
  response.setHeader("content-security-policy", isLetter ? letterPolicy : policy);
  for (const [name, value] of Object.entries(securityHeaders())) response.setHeader(name, value);
}
