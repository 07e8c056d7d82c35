import { and, eq } from "drizzle-orm";
import { invoices } from "#db/schema/invoices";
import { record } from "#lib/audit/record";
import { endPastDue } from "#lib/billing/end-past-due";
import { now } from "#lib/clock";
import type { Tx } from "#lib/transaction";

/** A card has come on file: what is owed is charged to it. The account is locked by the caller. */
export async function payOpenInvoices(tx: Tx, accountId: string): Promise<void> {
  const paid = await tx
    .update(invoices)
    .set({ status: "paid", paidAt: now() })
    .where(and(eq(invoices.accountId, accountId), eq(invoices.status, "open")))
    .returning({
      invoiceNumber: invoices.number,
      amount: invoices.amount,
      currency: invoices.currency,
    });
  for (const data of paid.sort((one, other) => one.invoiceNumber - other.invoiceNumber)) {
    await record(tx, { accountId }, { kind: "invoice.paid", data });
  }
  await endPastDue(tx, accountId);
}
