import { and, eq, isNull } from "drizzle-orm";
import { ownerRequests } from "#db/schema/owner-requests";
import type { Tx } from "#lib/transaction";

/** One case about an Owner is under way at a time. */
export async function hasOpenCase(tx: Tx, accountId: string, userId: string): Promise<boolean> {
  const open = await tx
    .select({ id: ownerRequests.id })
    .from(ownerRequests)
    .where(
      and(
        eq(ownerRequests.accountId, accountId),
        eq(ownerRequests.userId, userId),
        isNull(ownerRequests.endedAt),
      ),
    );
  return open.length > 0;
}
