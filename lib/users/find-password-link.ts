import { and, eq, sql } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { passwordLinks } from "#db/schema/password-links";
import { users } from "#db/schema/users";
import type { System } from "#lib/actor";
import { tokenHash } from "#lib/links";
import { read } from "#lib/transaction";

export type FoundLink = NonNullable<Awaited<ReturnType<typeof findPasswordLink>>>;

/** Whose link this is, for what, and whether it still works; null for one that never was. */
export async function findPasswordLink(actor: System, token: string) {
  const [link] = await read(actor, (tx) =>
    tx
      .select({
        id: passwordLinks.id,
        purpose: passwordLinks.purpose,
        isOpen: sql<boolean>`${passwordLinks.usedAt} is null and ${passwordLinks.endedAt} is null
          and ${passwordLinks.expiresAt} > now() and ${users.status} = 'active'`,
        userId: users.id,
        name: users.name,
        email: users.email,
        accountName: accounts.name,
      })
      .from(passwordLinks)
      .innerJoin(
        users,
        and(eq(users.accountId, passwordLinks.accountId), eq(users.id, passwordLinks.userId)),
      )
      .innerJoin(accounts, eq(accounts.id, passwordLinks.accountId))
      .where(
        and(
          eq(passwordLinks.accountId, actor.accountId),
          eq(passwordLinks.tokenHash, tokenHash(token)),
        ),
      ),
  );
  return link ?? null;
}

/** Why a link that does not work is refused: whoever forgot a password asks for another one. */
export function deadLinkCode(link: { purpose: string } | null) {
  return link?.purpose === "reset" ? "reset_link_dead" : "link_dead";
}
