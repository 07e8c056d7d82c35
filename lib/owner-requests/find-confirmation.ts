import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { ownerRequests } from "#db/schema/owner-requests";
import { idOfToken } from "#lib/links";
import { findOwnerRequest } from "#lib/owner-requests/get-owner-request";
import { read, type Tx } from "#lib/transaction";

/**
 * The case that the latest confirmation link stands for, and whether it can still be confirmed there:
 * a link that was sent elsewhere than bills go now counts no more. Null for a forged or older link.
 */
export async function findConfirmation(tx: Tx, accountId: string, token: string) {
  const confirmId = idOfToken("owner request confirmation", token);
  if (!confirmId) return null;
  const request = await findOwnerRequest(tx, accountId, eq(ownerRequests.confirmId, confirmId));
  if (!request) return null;
  const [account] = await tx
    .select({ name: accounts.name, billingEmail: accounts.billingEmail })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  const isOpen =
    request.outcome === null &&
    request.state !== "expired" &&
    request.confirmSentTo !== null &&
    request.confirmSentTo === account?.billingEmail;
  return { request, accountName: account?.name ?? "", isOpen };
}

/** The one that a mailed link stands for. */
export function findLinkedConfirmation(accountId: string, token: string) {
  return read({ kind: "system", accountId }, (tx) => findConfirmation(tx, accountId, token));
}
