import type { Interval } from "#lib/billing/periods";

export type Terms = { interval: Interval; currency: string; unitPrice: number };

/** What so many user spots cost for one period, in minor units. */
export function billOf({ unitPrice }: Terms, seats: number): number {
  return unitPrice * seats;
}

/** The same for a year. */
export function yearlyBillOf(terms: Terms, seats: number): number {
  return billOf(terms, seats) * (terms.interval === "month" ? 12 : 1);
}
