import { and, eq } from "drizzle-orm";
import { ownerRequests } from "#db/schema/owner-requests";
import type { System } from "#lib/actor";
import { record } from "#lib/audit/record";
import { lockAccount } from "#lib/change";
import { personOf } from "#lib/owner-requests/case-facts";
import { findConfirmation } from "#lib/owner-requests/find-confirmation";
import { Refusal } from "#lib/refusal";
import type { FollowLink } from "#lib/sessions/schema";
import { transact } from "#lib/transaction";

/**
 * Whoever opens the link at the billing address confirms that the card holder asked for a case. The
 * same form sent again is done already.
 */
export async function confirmOwnerRequest({ accountId, token }: FollowLink): Promise<void> {
  const actor: System = { kind: "system", accountId };
  await transact(actor, async (tx) => {
    if (!(await findConfirmation(tx, accountId, token))) throw new Refusal("confirmation_over");
    await lockAccount(tx, accountId);
    const confirmation = await findConfirmation(tx, accountId, token);
    if (!confirmation?.isOpen) throw new Refusal("confirmation_over");
    const { request } = confirmation;
    if (request.confirmedAt) return;
    await tx
      .update(ownerRequests)
      .set({ confirmedAt: new Date() })
      .where(and(eq(ownerRequests.accountId, accountId), eq(ownerRequests.id, request.id)));
    const data = { caseNumber: request.number, sentTo: request.confirmSentTo ?? "" };
    await record(tx, actor, { kind: "owner_request.confirmed", user: personOf(request), data });
  });
}
