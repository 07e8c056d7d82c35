import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { ownerRequests } from "#db/schema/owner-requests";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { findEvent } from "#lib/audit/find-event";
import { kindsIn } from "#lib/audit/kind-groups";
import { listCases } from "#lib/owner-requests/list-cases";
import { listSuccessors } from "#lib/owner-requests/list-successors";
import { waitingHours } from "#lib/owner-requests/waiting-time";
import { read, type Tx } from "#lib/transaction";

type Asked = { done: string | undefined; colleague: string };

/** Whom a request can be about, who could follow, how long it would wait, and the account's cases. */
export function getOwnerRequestPage(actor: Member, { done, colleague }: Asked) {
  const { accountId } = actor;
  return read(actor, async (tx) => {
    const [owners, successors, cases, hours, event] = await Promise.all([
      listOwnersToAskAbout(tx, actor),
      listSuccessors(tx, accountId, colleague),
      listCases(tx, actor),
      waitingHours(tx),
      done ? findEvent(tx, accountId, done, { kinds: kindsIn("support") }) : null,
    ]);
    const waitsUntil = new Date(Date.now() + hours * 3_600_000);
    return { owners, successors, cases, hours, waitsUntil, done: event };
  });
}

async function listOwnersToAskAbout(tx: Tx, { accountId, userId }: Member) {
  const owners = await tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      isCardHolder: sql<boolean>`${accounts.cardHolderUserId} is not distinct from ${users.id}`,
      /** The number of the case that is open about them. */
      openCase: ownerRequests.number,
    })
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .leftJoin(
      ownerRequests,
      and(
        eq(ownerRequests.accountId, users.accountId),
        eq(ownerRequests.userId, users.id),
        isNull(ownerRequests.endedAt),
      ),
    )
    .where(and(eq(users.accountId, accountId), eq(users.isOwner, true)))
    .orderBy(asc(users.nameKey), asc(users.id));
  return owners.map(({ isCardHolder, ...owner }) => {
    /** Only the card holder asks about themselves. */
    const isKept = isCardHolder && owner.id !== userId;
    return { ...owner, isKept, canBeAskedAbout: !isKept && owner.openCase === null };
  });
}
