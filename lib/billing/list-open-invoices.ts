import { and, asc, eq } from "drizzle-orm";
import { invoices } from "#db/schema/invoices";
import type { Tx } from "#lib/transaction";

/** What is not paid yet, the oldest first. */
export function listOpenInvoices(tx: Tx, accountId: string) {
  return tx
    .select({ number: invoices.number, amount: invoices.amount, currency: invoices.currency })
    .from(invoices)
    .where(and(eq(invoices.accountId, accountId), eq(invoices.status, "open")))
    .orderBy(asc(invoices.number));
}
