import { sql } from "drizzle-orm";
import { passwordLinks } from "#db/schema/password-links";
import { linkToken, tokenHash } from "#lib/links";
import type { Tx } from "#lib/transaction";

const DAYS = 7;

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
    tokenHash: tokenHash(linkToken("password link", fresh.id)),
    expiresAt: new Date(Date.now() + DAYS * 24 * 60 * 60 * 1000),
  });
  return fresh.id;
}
