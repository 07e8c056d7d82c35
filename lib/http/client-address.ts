import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * Who is at the other end. A forwarded address is the client's own claim unless our proxy wrote
 * it, and what the proxy wrote is the last entry.
 */
export function clientAddress(request: IncomingMessage): string {
  const direct = request.socket.remoteAddress ?? "unknown";
  const forwarded = process.env.TRUST_PROXY === "1" ? lastForwarded(request) : undefined;
  return (forwarded ?? direct).replace(/^::ffff:(?=\d+\.)/, "");
}

function lastForwarded(request: IncomingMessage): string | undefined {
  const entries = [request.headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
  const last = entries.at(-1)?.trim() ?? "";
  return isIP(last) ? last : undefined;
}
