import { createHash, createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { passwordLinks } from "#db/schema/password-links";
import { secret } from "#lib/auth";
import type { Tx } from "#lib/transaction";

const DAYS = 7;

/**
 * The path of a link. Its token is derived from the link's id with the server's secret, so that a
 * repeated request can show the same link although the database keeps only the token's hash.
 */
export function passwordLinkPath(accountId: string, linkId: string): string {
  return `/choose-password/${accountId}/${token(linkId)}`;
}

export function tokenHash(value: string): string {
  return createHash("sha256").update(value).digest("base64url");
}

/** Inserts a single-use link for the user, ends the earlier ones, and answers its id. */
export async function insertPasswordLink(
  tx: Tx,
  accountId: string,
  userId: string,
): Promise<string> {
  await tx.execute(
    sql`update password_links set ended_at = now()
        where account_id = ${accountId} and user_id = ${userId}
          and used_at is null and ended_at is null`,
  );
  const [fresh] = await tx.execute<{ id: string }>(sql`select uuidv7() as id`);
  if (!fresh) throw new Error("The database gave no id.");
  await tx.insert(passwordLinks).values({
    accountId,
    id: fresh.id,
    userId,
    tokenHash: tokenHash(token(fresh.id)),
    expiresAt: new Date(Date.now() + DAYS * 24 * 60 * 60 * 1000),
  });
  return fresh.id;
}

function token(linkId: string): string {
  return createHmac("sha256", secret()).update(`password link ${linkId}`).digest("base64url");
}
