import { createHash } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { normalPassword } from "#lib/sessions/password-strength";

// OWASP's second choice for argon2id: 19 MiB, two passes. The library's default algorithm is argon2id.
const OPTIONS = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

/** In Unicode's NFKC form: two keyboards may send the same accent, or the same space, differently. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalPassword(password), OPTIONS);
}

/** False for a user who has no password yet, after the same work as for one who has. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const known = stored ?? (await decoy);
  const matches =
    (await verify(known, normalPassword(password))) || (await isAsTyped(password, known));
  return stored !== null && matches;
}

/** Says which password was verified, in a ticket too, and nothing about it. */
export function passwordProof(stored: string | null): string {
  return createHash("sha256")
    .update(stored ?? "")
    .digest("base64url");
}

// Hashes from before passwords were normalised are of what was typed.
async function isAsTyped(password: string, stored: string): Promise<boolean> {
  return password !== normalPassword(password) && (await verify(stored, password));
}

let decoy: Promise<string> | undefined;
