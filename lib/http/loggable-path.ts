const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const plainWord = /^[\w.-]{0,32}$/;
const followedByToken = new Set([
  ...["choose-password", "confirm-email", "agree-to-email", "confirm-card"],
  ...["answer-owner-request", "confirm-owner-request"],
]);

/**
 * What of a URL may stand in the log: its path, without the query and without anything that
 * could be a link's token or a person's address.
 */
export function loggablePath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  if (path.startsWith("/_next/")) return path.slice(0, 300);
  let isSecret = false;
  const segments = path.split("/", 12).map((segment) => {
    const isShown = !isSecret && (plainWord.test(segment) || uuid.test(segment));
    isSecret ||= followedByToken.has(segment);
    return isShown ? segment : "[hidden]";
  });
  return segments.join("/");
}
