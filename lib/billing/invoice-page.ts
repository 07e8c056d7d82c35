import { and, asc, eq } from "drizzle-orm";
import { invoiceLines, invoices } from "#db/schema/invoices";
import type { Member } from "#lib/actor";
import { daysBetween } from "#lib/billing/periods";
import { read } from "#lib/transaction";

/** One invoice with its lines, as it was issued; null for any number that is none of this account's. */
export async function getInvoicePage(actor: Member, number: string) {
  if (!/^[1-9]\d{0,8}$/.test(number)) return null;
  const { accountId } = actor;
  return read(actor, async (tx) => {
    const [invoice] = await tx
      .select()
      .from(invoices)
      .where(and(eq(invoices.accountId, accountId), eq(invoices.number, Number(number))));
    if (!invoice) return null;
    const lines = await tx
      .select()
      .from(invoiceLines)
      .where(and(eq(invoiceLines.accountId, accountId), eq(invoiceLines.invoiceId, invoice.id)))
      .orderBy(asc(invoiceLines.n));

    const ofDays = (line: (typeof lines)[number]) => daysBetween(line.periodStart, line.periodEnd);
    return { invoice, lines: lines.map((line) => ({ ...line, ofDays: ofDays(line) })) };
  });
}
