import { createHash } from "node:crypto";

/** What something is like, in short: another text as soon as any of its parts has changed. */
export function fingerprint(parts: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);
}
