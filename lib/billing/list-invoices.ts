import { and, desc, eq, lt, sql } from "drizzle-orm";
import { invoiceLines, invoices } from "#db/schema/invoices";
import { cutNumbered } from "#lib/numbered-page";
import type { Tx } from "#lib/transaction";

const PAGE_SIZE = 12;

/** The account's invoices, newest first: those below this number, or from the newest on. */
export async function listInvoices(tx: Tx, accountId: string, below?: number) {
  const rows = await tx
    .select({
      number: invoices.number,
      kind: invoices.kind,
      issuedAt: invoices.issuedAt,
      currency: invoices.currency,
      amount: invoices.amount,
      status: invoices.status,
      spots: sql<number>`coalesce(sum(${invoiceLines.quantity}), 0)::int`,
      fromOn: sql<string | null>`min(${invoiceLines.fromOn})::text`,
      periodEnd: sql<string | null>`max(${invoiceLines.periodEnd})::text`,
    })
    .from(invoices)
    .leftJoin(
      invoiceLines,
      and(eq(invoiceLines.accountId, invoices.accountId), eq(invoiceLines.invoiceId, invoices.id)),
    )
    .where(
      and(
        eq(invoices.accountId, accountId),
        below === undefined ? undefined : lt(invoices.number, below),
      ),
    )
    .groupBy(invoices.accountId, invoices.id)
    .orderBy(desc(invoices.number))
    .limit(PAGE_SIZE);
  return cutNumbered(rows, PAGE_SIZE, await countInvoices(tx, accountId));
}

/** They count from 1 without a gap, so the newest one's number is how many there are. */
async function countInvoices(tx: Tx, accountId: string): Promise<number> {
  const [newest] = await tx
    .select({ number: invoices.number })
    .from(invoices)
    .where(eq(invoices.accountId, accountId))
    .orderBy(desc(invoices.number))
    .limit(1);
  return newest?.number ?? 0;
}
