import { and, eq } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { ownerRequests } from "#db/schema/owner-requests";
import type { CaseAgent } from "#lib/actor";
import type { Tx } from "#lib/transaction";

/** Writes a step into the agent's case; the database holds what may change and by whom. */
export async function updateCase(
  tx: Tx,
  { accountId, requestId }: CaseAgent,
  change: PgUpdateSetSource<typeof ownerRequests>,
): Promise<void> {
  await tx
    .update(ownerRequests)
    .set(change)
    .where(and(eq(ownerRequests.accountId, accountId), eq(ownerRequests.id, requestId)));
}
