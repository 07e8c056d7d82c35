import type { IncomingMessage } from "node:http";
import { announcedSize } from "#lib/http/read-body";
import { fileTooLarge, type Refused } from "#lib/http/refused";
import { largestUpload } from "#lib/imports/limits";

/** The one form whose body is read as it comes. */
const uploadPath = "/contacts/import/upload";
/** What a form has around its file. */
const wrapping = 64 * 1024;
/** A sender who says nothing for so long has gone away. */
const silence = 60_000;

export function isUpload({ method, url = "" }: IncomingMessage): boolean {
  return method === "POST" && url.split("?", 1)[0] === uploadPath;
}

/** Lets the file pass to who stores it, piece by piece, unless it says itself that it is too large. */
export function acceptUpload(request: IncomingMessage): IncomingMessage | Refused {
  if (announcedSize(request) > largestUpload + wrapping) return fileTooLarge;
  const { socket } = request;
  const cut = () => request.destroy();
  socket.setTimeout(silence, cut);
  request.once("close", () => socket.setTimeout(0).off("timeout", cut));
  return request;
}
