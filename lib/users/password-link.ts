import { and, eq, isNull, sql } from "drizzle-orm";
import { passwordLinks } from "#db/schema/password-links";
import { freshId } from "#lib/fresh-id";
import { linkToken, tokenHash } from "#lib/links";
import type { Tx } from "#lib/transaction";

const MINUTE = 60_000;

/** For how long a link works: an admin's invitation, and what somebody asked for who forgot. */
const lifetimes = { invitation: 7 * 24 * 60 * MINUTE, reset: 30 * MINUTE };
export type LinkPurpose = keyof typeof lifetimes;

/**
 * Inserts a single-use link for the user, ends the earlier ones of its purpose, and answers its id.
 * Not those of the other: a stranger who asks for a new password must not end an invitation.
 */
export async function insertPasswordLink(
  tx: Tx,
  accountId: string,
  userId: string,
  purpose: LinkPurpose,
): Promise<string> {
  await endPasswordLinks(tx, accountId, userId, purpose);
  const id = await freshId(tx);
  await tx.insert(passwordLinks).values({
    accountId,
    id,
    userId,
    purpose,
    tokenHash: tokenHash(linkToken("password link", id)),
    expiresAt: new Date(Date.now() + lifetimes[purpose]),
  });
  return id;
}

/** Ends the user's open links, of one purpose or of all. */
export async function endPasswordLinks(
  tx: Tx,
  accountId: string,
  userId: string,
  purpose?: LinkPurpose,
): Promise<void> {
  await tx
    .update(passwordLinks)
    .set({ endedAt: sql`now()` })
    .where(
      and(
        eq(passwordLinks.accountId, accountId),
        eq(passwordLinks.userId, userId),
        purpose && eq(passwordLinks.purpose, purpose),
        isNull(passwordLinks.usedAt),
        isNull(passwordLinks.endedAt),
      ),
    );
}
