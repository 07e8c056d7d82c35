import { and, eq, isNull, sql } from "drizzle-orm";
import { supportAgents, supportLinks } from "#db/schema/support-agents";
import { linkToken, tokenHash } from "#lib/links";
import { read, type Tx } from "#lib/transaction";

/** Works for seven days, once, while it is the newest. */
const LINK_DAYS = 7;

/**
 * Inserts an agent's link to choose a password and ends the earlier ones. Its id is that of the form
 * that asked for it, so that the same form sent twice shows the same link.
 */
export async function insertAgentLink(tx: Tx, agentId: string, id: string): Promise<void> {
  await endAgentLinks(tx, agentId);
  await tx.insert(supportLinks).values({
    id,
    agentId,
    tokenHash: tokenHash(linkToken("support password link", id)),
    expiresAt: sql`now() + make_interval(days => ${LINK_DAYS})`,
  });
}

export async function endAgentLinks(tx: Tx, agentId: string): Promise<void> {
  await tx
    .update(supportLinks)
    .set({ endedAt: sql`now()` })
    .where(
      and(
        eq(supportLinks.agentId, agentId),
        isNull(supportLinks.usedAt),
        isNull(supportLinks.endedAt),
      ),
    );
}

/** Whose link this is and whether it still works; null for one that never was. */
export async function findAgentLink(token: string) {
  const [link] = await read({ kind: "console" }, (tx) =>
    tx
      .select({
        id: supportLinks.id,
        agentId: supportAgents.id,
        name: supportAgents.name,
        email: supportAgents.email,
        isOpen: sql<boolean>`${supportLinks.usedAt} is null and ${supportLinks.endedAt} is null
          and ${supportLinks.expiresAt} > now() and ${supportAgents.status} = 'active'`,
      })
      .from(supportLinks)
      .innerJoin(supportAgents, eq(supportAgents.id, supportLinks.agentId))
      .where(eq(supportLinks.tokenHash, tokenHash(token))),
  );
  return link ?? null;
}

export type FoundAgentLink = NonNullable<Awaited<ReturnType<typeof findAgentLink>>>;
