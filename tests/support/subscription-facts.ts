import type { SubscriptionFacts } from "#lib/seats/subscription-status";

/** A monthly subscription that is paid for until 12 Dec 2026, as an Owner sees it. */
export function subscriptionFacts(change: Partial<SubscriptionFacts> = {}): SubscriptionFacts {
  return {
    status: "active",
    interval: "month",
    cardLast4: "4242",
    cancelledAt: null,
    cancelledBy: null,
    readOnlyAt: null,
    isReadOnly: false,
    open: [],
    done: null,
    total: 9,
    used: 9,
    renewsAt: new Date("2026-12-12T00:00:00Z"),
    owners: "Olive Owens and Ada Archer",
    isOwner: true,
    endedAs: null,
    renewal: { seats: 9, amount: 13_500, currency: "USD" },
    again: {
      offers: [{ seats: 9, amount: 13_500 }],
      currency: "USD",
      until: new Date("2027-01-20T00:00:00Z"),
    },
    whyNot: { cancel: null, resume: "subscription_goes_on", start: "subscription_runs" },
    ...change,
  };
}
