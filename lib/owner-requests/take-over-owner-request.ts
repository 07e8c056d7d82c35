import { and, eq } from "drizzle-orm";
import { ownerRequests } from "#db/schema/owner-requests";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { caseFacts, personOf } from "#lib/owner-requests/case-facts";
import { getOwnerRequest } from "#lib/owner-requests/get-owner-request";
import { whyNotTakeOver } from "#lib/owner-requests/rules";
import type { TakeOverOwnerRequest } from "#lib/owner-requests/schema";
import { Refusal } from "#lib/refusal";

/**
 * Another active admin goes on with a case whose asker is none any more; the database lets it be
 * verified anew. What Owners have answered stays.
 */
export function takeOverOwnerRequest(actor: Member, { requestId, caseId }: TakeOverOwnerRequest) {
  const { accountId, userId, name } = actor;
  return adminChange(actor, requestId, "owner_request.taken_over", async (tx) => {
    const request = await getOwnerRequest(tx, accountId, caseId);
    const why = whyNotTakeOver(actor, request);
    if (why) throw new Refusal(why, caseFacts(request));
    await tx
      .update(ownerRequests)
      .set({ capacity: "admin", requestedBy: userId, requestedByName: name })
      .where(and(eq(ownerRequests.accountId, accountId), eq(ownerRequests.id, caseId)));
    const { number: caseNumber, requestedByName: from } = request;
    return { user: personOf(request), data: { caseNumber, from } };
  });
}
