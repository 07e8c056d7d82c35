/** What became of the scheduled reduction that would have taken somebody's spot. */
export type ChangedReduction = {
  changeId: string;
  day: string;
  /** The total that it had been going to. */
  was: number;
  /** The one that it goes to now; null if it was cancelled. */
  to: number | null;
};

/** The events about user spots, what they cost, and who pays. Days are in the account's words. */
export type SpotEventData = {
  "seats.added": {
    /** The row of the ledger, here and below. */
    changeId: string;
    from: number;
    to: number;
    reason: string;
    /** In minor units of the currency, here and below; null on trial, which costs nothing. */
    charged: { amount: number; currency: string; invoiceNumber: number } | null;
  };
  "seats.reduction_scheduled": {
    changeId: string;
    from: number;
    to: number;
    effectiveAt: string;
    day: string;
    reason: string;
    /** The target that this one takes the place of. */
    replaced: number | null;
    /** Who takes a spot that would have gone. */
    forName?: string;
  };
  "seats.reduction_cancelled": {
    changeId: string;
    to: number;
    day: string;
    scheduledBy: string;
    forName?: string;
  };
  /** At once on trial; else at the renewal, by the program. */
  "seats.reduced": {
    changeId: string;
    from: number;
    to: number;
    reason: string;
    /** What was scheduled, where more were used by then; and by whom it was. */
    wanted?: number;
    scheduledBy?: string;
  };
  "subscription.renewed": {
    seats: number;
    invoiceNumber: number;
    amount: number;
    currency: string;
    isPaid: boolean;
    /** The first day that is not paid for. */
    until: string;
  };
  "subscription.cancelled": { day: string };
  "subscription.resumed": Record<string, never>;
  "subscription.ended": { why: "cancelled" | "unpaid" };
  "subscription.started": {
    seats: number;
    invoiceNumber: number;
    amount: number;
    currency: string;
    until: string;
  };
  "invoice.paid": { invoiceNumber: number; amount: number; currency: string };
  "invoice.unpaid": {
    invoiceNumber: number;
    amount: number;
    currency: string;
    /** From when on the account is read-only. */
    readOnlyFrom: string;
  };
  "card.change_asked": { changeId: string; holderName: string; last4: string; sentTo: string };
  "card.change_ended": { changeId: string; holderName: string; last4: string };
  "card.changed": {
    changeId: string;
    holderName: string;
    last4: string;
    billingEmail: string;
    before: { holderName: string; last4: string; billingEmail: string } | null;
    /** The billing address that confirmed it, where an admin asked for it. */
    confirmedBy?: string;
  };
  "account.spots_kept": Record<string, never>;
  "account.spots_open": Record<string, never>;
};
