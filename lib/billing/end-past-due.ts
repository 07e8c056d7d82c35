import { and, eq, notExists } from "drizzle-orm";
import { invoices } from "#db/schema/invoices";
import { subscriptions } from "#db/schema/subscriptions";
import type { Tx } from "#lib/transaction";

/** Once nothing is owed any more, everything works again; what has ended stays so. */
export async function endPastDue(tx: Tx, accountId: string): Promise<void> {
  const open = tx
    .select({ id: invoices.id })
    .from(invoices)
    .where(and(eq(invoices.accountId, accountId), eq(invoices.status, "open")));
  await tx
    .update(subscriptions)
    .set({ status: "active", pastDueSince: null, readOnlyAt: null })
    .where(
      and(
        eq(subscriptions.accountId, accountId),
        eq(subscriptions.status, "past_due"),
        notExists(open),
      ),
    );
}
