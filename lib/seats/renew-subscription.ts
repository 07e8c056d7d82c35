import { getSubscription } from "#lib/billing/get-subscription";
import { lockAccount } from "#lib/change";
import { settle } from "#lib/seats/settle";
import { transact } from "#lib/transaction";

export type RenewJob = { accountId: string };

/** Renews what is due. Run twice, late or by two workers, each period is begun once. */
export function renewSubscription({ accountId }: RenewJob) {
  return transact({ kind: "system", accountId }, async (tx) => {
    await lockAccount(tx, accountId);
    const before = await getSubscription(tx, accountId);
    const after = await settle(tx, accountId);
    if (after.status === "ended") return "ended";
    return after.period === before.period && after.status === before.status
      ? "not yet due"
      : "renewed";
  });
}
