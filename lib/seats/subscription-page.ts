import { and, asc, desc, eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { seatChanges } from "#db/schema/seat-changes";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { read } from "#lib/transaction";

/** User spots, who pays, and the ledger of every change of the total (domain rule 15). */
export async function getSubscriptionPage(actor: Member) {
  return read(actor, async (tx) => {
    const [accountRows, ledger] = await Promise.all([
      tx
        .select({
          total: accounts.seatsTotal,
          used: accounts.seatsUsed,
          cardHolderName: accounts.cardHolderName,
          cardLast4: accounts.cardLast4,
          billingEmail: accounts.billingEmail,
        })
        .from(accounts)
        .where(eq(accounts.id, actor.accountId)),
      tx
        .select({
          id: seatChanges.id,
          at: seatChanges.at,
          effectiveAt: seatChanges.effectiveAt,
          fromTotal: seatChanges.fromTotal,
          toTotal: seatChanges.toTotal,
          reason: seatChanges.reason,
          byName: users.name,
        })
        .from(seatChanges)
        .leftJoin(
          users,
          and(eq(users.accountId, seatChanges.accountId), eq(users.id, seatChanges.byUserId)),
        )
        .where(eq(seatChanges.accountId, actor.accountId))
        .orderBy(desc(seatChanges.at), asc(seatChanges.id))
        .limit(200),
    ]);
    const [account] = accountRows;
    if (!account) throw new Error("The actor's account is not there.");
    return { account, ledger };
  });
}
