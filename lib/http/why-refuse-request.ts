import type { IncomingMessage } from "node:http";

export interface RefusedRequest {
  status: number;
  title: string;
  sentence: string;
}

export const allowedMethods = ["GET", "HEAD", "POST"];
const longestUrl = 4096;

/** Why a request goes no further than the door, or null. Its body is not looked at here. */
export function whyRefuseRequest(
  request: Pick<IncomingMessage, "method" | "url" | "headers">,
): RefusedRequest | null {
  const url = request.url ?? "";
  if (!allowedMethods.includes(request.method ?? "")) {
    return {
      status: 405,
      title: "This cannot be done here",
      sentence: "Handover answers to opening a page and to sending a form, and to nothing else.",
    };
  }
  if (url.length > longestUrl) {
    return {
      status: 414,
      title: "This address is too long",
      sentence: `An address here has at most ${longestUrl} characters. Nothing was changed.`,
    };
  }
  if (!isWellFormed(url)) {
    return {
      status: 400,
      title: "This address cannot be read",
      sentence: "It may have been cut off or mistyped. Nothing was changed.",
    };
  }
  if (isFromElsewhere(request)) {
    return {
      status: 403,
      title: "This form came from another site",
      sentence:
        "Open the page in Handover itself and send the form from there. Nothing was changed.",
    };
  }
  return null;
}

export const bodyTooLarge: RefusedRequest = {
  status: 413,
  title: "This is too much to send at once",
  sentence: "A form may hold at most 1 MB. Nothing was changed. Go back and send less.",
};

function isWellFormed(url: string): boolean {
  const path = url.split("?", 1)[0] ?? "";
  if (!path.startsWith("/") || /\/\/|[\\\s]|%00/.test(path) || /%00/.test(url)) return false;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** A browser says where a form was: in Origin, or at least whether it was another site. */
function isFromElsewhere({ method, headers }: Pick<IncomingMessage, "method" | "headers">) {
  if (method !== "POST") return false;
  const origin = headers.origin;
  if (origin === undefined) return headers["sec-fetch-site"] === "cross-site";
  const host = URL.parse(origin)?.host;
  return (
    !host || (host !== headers.host && host !== URL.parse(process.env.HANDOVER_URL ?? "")?.host)
  );
}
