import type { LookingAgent } from "#lib/actor";
import { getSubscription } from "#lib/billing/get-subscription";
import type { AccountFilter } from "#lib/support/account-filter";
import { findLook } from "#lib/support/find-look";
import { listAccountCases } from "#lib/support/list-account-cases";
import { countAccountUsers, listAccountUsers } from "#lib/support/list-account-users";
import { read } from "#lib/transaction";
import { listOwners } from "#lib/users/list-owners";

export type AccountPage = NonNullable<Awaited<ReturnType<typeof getAccountPage>>>;

/** An account as support sees it, in one snapshot: nothing of contacts. Null where the look is over. */
export function getAccountPage(actor: LookingAgent, filter: AccountFilter) {
  const { accountId } = actor;
  return read(actor, async (tx) => {
    const look = await findLook(tx, actor);
    if (!look) return null;
    const [subscription, owners, counts, users, cases] = await Promise.all([
      getSubscription(tx, accountId),
      listOwners(tx, accountId),
      countAccountUsers(tx, accountId, filter),
      listAccountUsers(tx, accountId, filter),
      listAccountCases(tx, accountId),
    ]);
    return { ...look, subscription, owners, counts, users, cases };
  });
}
