import { hash, verify } from "@node-rs/argon2";

// OWASP's second choice for argon2id: 19 MiB, two passes. The library's default algorithm is argon2id.
const OPTIONS = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/** False for a user who has no password yet, after the same work as for one who has. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== null && matches;
}

let decoy: Promise<string> | undefined;
