import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { ownerRequests } from "#db/schema/owner-requests";
import type { LookingAgent } from "#lib/actor";
import { listSuccessors } from "#lib/support/case-people";
import { read, type Tx } from "#lib/transaction";
import { listOwners } from "#lib/users/list-owners";

/** About whom a case can be opened for the card holder: Owners, each with the case that is open. */
export function getOpenCasePage(actor: LookingAgent) {
  const { accountId } = actor;
  return read(actor, async (tx) => {
    const [account] = await tx
      .select({ billingEmail: accounts.billingEmail, cardLast4: accounts.cardLast4 })
      .from(accounts)
      .where(eq(accounts.id, accountId));
    const open = await listOpenCases(tx, accountId);
    const owners = await listOwners(tx, accountId);
    return {
      canBeAsked: Boolean(account?.billingEmail && account.cardLast4),
      owners: owners.map((owner) => ({ ...owner, openCase: open.get(owner.id) ?? null })),
      successors: await listSuccessors(tx, accountId),
    };
  });
}

async function listOpenCases(tx: Tx, accountId: string): Promise<Map<string | null, number>> {
  const cases = await tx
    .select({ userId: ownerRequests.userId, number: ownerRequests.number })
    .from(ownerRequests)
    .where(and(eq(ownerRequests.accountId, accountId), isNull(ownerRequests.endedAt)));
  return new Map(cases.map(({ userId, number }) => [userId, number]));
}
