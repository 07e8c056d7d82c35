import { and, eq, sql } from "drizzle-orm";
import { invoiceLines, invoices } from "#db/schema/invoices";
import type { Subscription } from "#lib/billing/get-subscription";
import { daysBetween } from "#lib/billing/periods";
import { type Charged, prorate } from "#lib/billing/prorate";
import { now } from "#lib/clock";
import type { Tx } from "#lib/transaction";

export type Issued = { id: string; number: number; amount: number; isPaid: boolean };

type Charge = { kind: "period" | "seats"; seats: number; fromOn: string };

/** What so many spots cost from a day to the end of the subscription's period, in minor units. */
export async function priceOf(
  tx: Tx,
  accountId: string,
  subscription: Subscription,
  { seats, fromOn }: Pick<Charge, "seats" | "fromOn">,
): Promise<{ amount: number; days: number; ofDays: number }> {
  const { periodStart, periodEnd, unitPrice } = subscription;
  const before = await sumCharged(tx, accountId, { periodStart, unitPrice });
  const ofDays = daysBetween(periodStart, periodEnd);
  const days = daysBetween(fromOn, periodEnd);
  return { amount: prorate(unitPrice, { days: ofDays }, before, { seats, days }), days, ofDays };
}

/**
 * Charges spots from a day to the end of the period. The built-in ledger is paid at once by the card
 * on file; without one the invoice stays open. The account is locked by the caller.
 */
export async function issueInvoice(
  tx: Tx,
  accountId: string,
  subscription: Subscription,
  charge: Charge,
): Promise<Issued> {
  const { amount, days } = await priceOf(tx, accountId, subscription, charge);
  const isPaid = amount === 0 || subscription.cardLast4 !== null;
  const issuedAt = now();
  const [invoice] = await tx
    .insert(invoices)
    .values({
      accountId,
      kind: charge.kind,
      issuedAt,
      currency: subscription.currency,
      amount,
      status: isPaid ? "paid" : "open",
      paidAt: isPaid ? issuedAt : null,
      cardHolderName: subscription.cardHolderName,
      cardLast4: subscription.cardLast4,
      billingEmail: subscription.billingEmail,
    })
    .returning({ id: invoices.id, number: invoices.number });
  if (!invoice) throw new Error("The invoice was not inserted.");
  await tx.insert(invoiceLines).values({
    accountId,
    invoiceId: invoice.id,
    n: 1,
    quantity: charge.seats,
    unitPrice: subscription.unitPrice,
    periodStart: subscription.periodStart,
    periodEnd: subscription.periodEnd,
    fromOn: charge.fromOn,
    days,
    amount,
  });
  return { ...invoice, amount, isPaid };
}

/** At this price: what was charged at one agreed before is neither given back nor charged again. */
async function sumCharged(
  tx: Tx,
  accountId: string,
  { periodStart, unitPrice }: Pick<Subscription, "periodStart" | "unitPrice">,
): Promise<Charged> {
  const [row] = await tx
    .select({
      seatDays: sql<string>`coalesce(sum(${invoiceLines.quantity}::bigint * ${invoiceLines.days}), 0)`,
      amount: sql<string>`coalesce(sum(${invoiceLines.amount}), 0)`,
    })
    .from(invoiceLines)
    .where(
      and(
        eq(invoiceLines.accountId, accountId),
        eq(invoiceLines.periodStart, periodStart),
        eq(invoiceLines.unitPrice, unitPrice),
      ),
    );
  return { seatDays: Number(row?.seatDays ?? 0), amount: Number(row?.amount ?? 0) };
}
