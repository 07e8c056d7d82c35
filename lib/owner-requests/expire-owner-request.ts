import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { ownerRequests } from "#db/schema/owner-requests";
import type { System } from "#lib/actor";
import { record } from "#lib/audit/record";
import { lockAccount } from "#lib/change";
import { getOwnerRequest } from "#lib/owner-requests/get-owner-request";
import { queueTelling } from "#lib/owner-requests/queue-telling";
import { transact } from "#lib/transaction";

export type ExpiryJob = { accountId: string; requestId: string };

/**
 * Ends a case that was open for thirty days, and tells whoever was told of it. Whatever ended it
 * first, and whoever comes to it a second time, is left as it is.
 */
export async function expireOwnerRequest(job: ExpiryJob): Promise<"expired" | "left"> {
  const { accountId, requestId } = job;
  const actor: System = { kind: "system", accountId };
  return transact(actor, async (tx) => {
    await lockAccount(tx, accountId);
    const ended = await tx
      .update(ownerRequests)
      .set({ endedAt: sql`now()`, outcome: "expired" })
      .where(
        and(
          eq(ownerRequests.accountId, accountId),
          eq(ownerRequests.id, requestId),
          isNull(ownerRequests.endedAt),
          lte(ownerRequests.expiresAt, sql`now()`),
        ),
      )
      .returning({ id: ownerRequests.id });
    if (ended.length === 0) return "left";
    const { number: caseNumber, ...of } = await getOwnerRequest(tx, accountId, requestId);
    const id = of.userId ?? of.successorId;
    const user = id ? { id, name: of.userName ?? of.successorName ?? "" } : undefined;
    await record(tx, actor, { kind: "owner_request.expired", user, data: { caseNumber } });
    await queueTelling(tx, actor, { requestId, news: "ended" });
    return "expired";
  });
}
