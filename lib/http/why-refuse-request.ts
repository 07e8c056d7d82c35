import type { IncomingMessage } from "node:http";
import {
  addressTooLong,
  addressUnreadable,
  formFromElsewhere,
  methodUnknown,
  type Refused,
} from "#lib/http/refused";

type Head = Pick<IncomingMessage, "method" | "url" | "headers">;

export const allowedMethods = ["GET", "HEAD", "POST"];
/** One that names 500 contacts, and by a rule who gets which of them, fits in. */
const longestUrl = 32_768;

/** Why a request goes no further than the door, or null. Its body is not looked at here. */
export function whyRefuseRequest({ method = "", url = "", headers }: Head): Refused | null {
  if (!allowedMethods.includes(method)) return methodUnknown;
  if (url.length > longestUrl) return addressTooLong;
  if (!isReadable(url)) return addressUnreadable;
  if (method === "POST" && isFromElsewhere(headers)) return formFromElsewhere;
  return null;
}

function isReadable(url: string): boolean {
  const path = url.split("?", 1)[0] ?? "";
  if (!path.startsWith("/") || /\/\/|[\\\s]/.test(path) || url.includes("%00")) return false;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** A browser says where a form was: in Origin, or at least whether it was on another site. */
function isFromElsewhere(headers: IncomingMessage["headers"]): boolean {
  if (headers.origin === undefined) return headers["sec-fetch-site"] === "cross-site";
  const host = URL.parse(headers.origin)?.host;
  const ourHosts = [headers.host, URL.parse(process.env.HANDOVER_URL ?? "")?.host];
  return !host || !ourHosts.includes(host);
}
