import { and, eq } from "drizzle-orm";
import { ownerRequests } from "#db/schema/owner-requests";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { caseFacts, personOf } from "#lib/owner-requests/case-facts";
import { getOwnerRequest } from "#lib/owner-requests/get-owner-request";
import { queueTelling } from "#lib/owner-requests/queue-telling";
import { whyNotWithdraw } from "#lib/owner-requests/rules";
import type { WithdrawOwnerRequest } from "#lib/owner-requests/schema";
import { Refusal } from "#lib/refusal";

/** Who asked for a case ends it; everybody who was told of it is told so. */
export function withdrawOwnerRequest(actor: Member, input: WithdrawOwnerRequest) {
  const { accountId, userId } = actor;
  const { requestId, caseId, reason } = input;
  return adminChange(actor, requestId, "owner_request.withdrawn", async (tx, _account, admin) => {
    const request = await getOwnerRequest(tx, accountId, caseId);
    const why = whyNotWithdraw(admin, request);
    if (why) throw new Refusal(why, caseFacts(request));
    await tx
      .update(ownerRequests)
      .set({
        outcome: "withdrawn",
        endedAt: new Date(),
        endedByUser: userId,
        endReason: reason,
      })
      .where(and(eq(ownerRequests.accountId, accountId), eq(ownerRequests.id, caseId)));
    await queueTelling(tx, actor, { requestId: caseId, news: "ended" });
    return { user: personOf(request), data: { caseNumber: request.number, reason } };
  });
}
