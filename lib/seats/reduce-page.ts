import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { getSubscription } from "#lib/billing/get-subscription";
import { findLatestChange } from "#lib/seats/refuse-changed";
import { renewIfDue } from "#lib/seats/renew-if-due";
import { findWhyNotChange } from "#lib/seats/why-not-change";
import { read, type Tx } from "#lib/transaction";

export type ReducePage = Awaited<ReturnType<typeof getReducePage>>;

/** As many of those who left last are named. */
const MOST_NAMED = 10;

/** What every step of the wizard knows: the spots, the terms, what is scheduled, and who left. */
export async function getReducePage(actor: Member) {
  const { accountId } = actor;
  await renewIfDue(actor);
  return read(actor, async (tx) => {
    const [subscription, latest, left] = await Promise.all([
      getSubscription(tx, accountId),
      findLatestChange(tx, accountId),
      listLeft(tx, accountId),
    ]);
    const open = subscription.total - subscription.used;
    return {
      subscription,
      latest,
      /** Whose leaving opened the open spots: as many of the latest as are open. */
      openedBy: left.people.slice(0, open),
      openedByMore: Math.max(0, Math.min(open, left.count) - MOST_NAMED),
      whyNot: await findWhyNotChange(tx, actor, subscription),
    };
  });
}

async function listLeft(tx: Tx, accountId: string) {
  const by = alias(users, "inactivated_by");
  const rows = await tx
    .select({
      id: users.id,
      name: users.name,
      since: users.inactivatedAt,
      by: by.name,
      count: sql<number>`count(*) over ()::int`,
    })
    .from(users)
    .leftJoin(by, and(eq(by.accountId, users.accountId), eq(by.id, users.inactivatedBy)))
    .where(and(eq(users.accountId, accountId), eq(users.status, "inactive")))
    .orderBy(desc(users.inactivatedAt), asc(users.id))
    .limit(MOST_NAMED);
  return { count: rows[0]?.count ?? 0, people: rows.map(({ count: _, ...person }) => person) };
}
