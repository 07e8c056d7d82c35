import { and, eq } from "drizzle-orm";
import { invoices } from "#db/schema/invoices";
import { subscriptions } from "#db/schema/subscriptions";
import { record } from "#lib/audit/record";
import { endPastDue } from "#lib/billing/end-past-due";
import type { Subscription } from "#lib/billing/get-subscription";
import { readOnlyAfter } from "#lib/billing/grace";
import { lockAccount } from "#lib/change";
import { now } from "#lib/clock";
import { recordedDay } from "#lib/dates";
import { Refusal } from "#lib/refusal";
import { settle } from "#lib/seats/settle";
import { tellOfBilling } from "#lib/seats/tell-of-billing";
import { type Tx, transact } from "#lib/transaction";

type Payment = { accountId: string; invoiceNumber: number; outcome: "failed" | "paid" };

/**
 * What came of charging an invoice. Not paid, it is owed from now on, and the account can only be
 * read after a time of grace; paid, everything works again. Told twice, it is done once.
 */
export function recordPayment({ accountId, invoiceNumber, outcome }: Payment) {
  return transact({ kind: "system", accountId }, async (tx) => {
    await lockAccount(tx, accountId);
    const subscription = await settle(tx, accountId);
    const isInvoice = and(eq(invoices.accountId, accountId), eq(invoices.number, invoiceNumber));
    const [invoice] = await tx
      .select({ amount: invoices.amount, currency: invoices.currency, status: invoices.status })
      .from(invoices)
      .where(isInvoice);
    if (!invoice) throw new Refusal("not_found");
    const { status, ...money } = invoice;
    const isNew = (status === "paid") !== (outcome === "paid");
    if (!isNew) return { ...money, isNew, readOnlyFrom: null };

    const data = { invoiceNumber, ...money };
    if (outcome === "failed") {
      await tx.update(invoices).set({ status: "open", paidAt: null }).where(isInvoice);
      const readOnlyFrom = await fallDue(tx, accountId, subscription, data);
      return { ...money, isNew, readOnlyFrom };
    }
    await tx.update(invoices).set({ status: "paid", paidAt: now() }).where(isInvoice);
    await record(tx, { accountId }, { kind: "invoice.paid", data });
    await endPastDue(tx, accountId);
    return { ...money, isNew, readOnlyFrom: null };
  });
}

// What was owed before keeps its date; what has ended stays so, and its date with it. A period that
// is over before the time of grace ends it.
async function fallDue(
  tx: Tx,
  accountId: string,
  { status, readOnlyAt, renewsAt, timeZone }: Subscription,
  data: { invoiceNumber: number; amount: number; currency: string },
): Promise<string> {
  const graceEnds = readOnlyAfter(now());
  const from = readOnlyAt ?? (renewsAt < graceEnds ? renewsAt : graceEnds);
  if (!readOnlyAt) {
    await tx
      .update(subscriptions)
      .set({ status: "past_due", pastDueSince: now(), readOnlyAt: from })
      .where(eq(subscriptions.accountId, accountId));
  }
  const readOnlyFrom = recordedDay(from, timeZone);
  await record(tx, { accountId }, { kind: "invoice.unpaid", data: { ...data, readOnlyFrom } });
  if (status === "ended") return readOnlyFrom;
  const { invoiceNumber: number, amount, currency } = data;
  const due = { number, amount, currency, readOnlyAt: from.toISOString() };
  await tellOfBilling(tx, accountId, "payment_due", due);
  return readOnlyFrom;
}
