import type { Subscription } from "#lib/billing/get-subscription";
import { drawSpots } from "#lib/seats/draw-spots";
import type { SubscriptionPage } from "#lib/seats/subscription-page";
import { ada, ben, noon, sampleId } from "#tests/support/samples";

const renewsAt = new Date("2026-12-01T00:00:00Z");

/** Twelve user spots by the month, ten of them used, nothing scheduled. */
export const sampleSubscription: Subscription = {
  ...{ plan: "Monthly", interval: "month", currency: "USD", unitPrice: 1500, minimumSeats: 1 },
  ...{ status: "active", anchorOn: "2026-01-01", period: 10 },
  ...{ periodStart: "2026-11-01", periodEnd: "2026-12-01", renewsAt },
  ...{ cancelledAt: null, pastDueSince: null, readOnlyAt: null, timeZone: "Europe/London" },
  ...{ total: 12, used: 10, ownersKeepSeats: false, schedule: null },
  ...{ cardHolderName: "Pat Payer", cardLast4: "4242", billingEmail: "billing@alder.example" },
};

/** From twelve to eleven at the renewal, as Ben scheduled at noon. */
export const sampleSchedule = {
  ...{ id: sampleId(80), toTotal: 11, effectiveAt: renewsAt, createdAt: noon },
  by: ben.name,
};

const sampleOverTime = {
  ...{ from: "2025-11-12", today: "2026-11-12" },
  spots: [
    { on: "2025-11-12", count: 10 },
    { on: "2026-05-01", count: 12 },
  ],
  used: [{ on: "2025-11-12", count: 10 }],
};

export const sampleChange = {
  ...{ id: sampleId(90), number: 1, kind: "opened" as const, at: noon, effectiveAt: noon },
  ...{ fromTotal: 0, toTotal: 12, reason: "Account opened", by: null, scheduledBy: null },
};

export const sampleInvoice = {
  ...{ number: 1, kind: "period" as const, issuedAt: noon, currency: "USD", amount: 18_000 },
  ...{ status: "paid" as const, spots: 12, fromOn: "2026-11-01", periodEnd: "2026-12-01" },
};

/** The subscription page, with what is changed of the subscription and of the page. */
export function samplePage(
  subscription: Partial<Subscription> = {},
  change: Partial<SubscriptionPage> = {},
) {
  const page: SubscriptionPage = {
    subscription: { ...sampleSubscription, ...subscription },
    scheduled: null,
    bill: bill(12, 12),
    whyNot: null,
    overTime: sampleOverTime,
    ledger: { rows: [sampleChange], count: 1, newer: null, older: null },
    invoices: { rows: [sampleInvoice], count: 1, newer: null, older: null },
    rule: { ownersKeepSeats: false, latest: null },
    cancellation: null,
    ...change,
  };
  const draw = (width: number) =>
    drawSpots(page.overTime, page.scheduled, { width, locale: "en-GB" });
  return { ...page, drawings: { wide: draw(860), narrow: draw(326) } };
}

/** Of so many spots now and from the renewal on. */
export function bill(spots: number, later: number) {
  const of = (count: number) => ({ amount: count * 1500, currency: "USD" });
  return { now: of(spots), later: of(later), laterTotal: later };
}

/** With Ben's reduction to eleven. */
export function scheduledPage(change: Partial<SubscriptionPage> = {}) {
  return samplePage(
    { schedule: sampleSchedule },
    { scheduled: { toTotal: 11, on: "2026-12-01" }, bill: bill(12, 11), ...change },
  );
}

/** Ada cancelled Ben's reduction at noon. */
export const sampleCancellation = {
  ...{ id: sampleId(91), at: noon, by: ada.name, toTotal: 11, effectiveAt: renewsAt },
};
