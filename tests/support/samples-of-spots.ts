import type { ReduceViewProps } from "#components/seats/reduce-view";
import type { OpenSpots } from "#lib/seats/final-step";
import type { Receipt } from "#lib/seats/receipt-page";
import { ada, ben, inLondon, noon, requestId, sampleId } from "#tests/support/samples";

export const renewal = new Date("2026-12-24T00:00:00Z");

/** Eight of ten spots are used, at USD 15 a month each. */
export function openSpots(change: Partial<OpenSpots> = {}): OpenSpots {
  return {
    status: "active",
    interval: "month",
    currency: "USD",
    unitPrice: 1500,
    minimumSeats: 1,
    total: 10,
    used: 8,
    cancelledAt: null,
    isReadOnly: false,
    schedule: null,
    whyNot: null,
    ...change,
  };
}

type Subscription = ReduceViewProps["subscription"];

/** Ada's reduction to nine, made at noon. */
export function reduction(toTotal = 9): NonNullable<Subscription["schedule"]> {
  return { id: sampleId(71), toTotal, effectiveAt: renewal, createdAt: noon, by: ada.name };
}

/** The wizard in an account like that; Ben left last. */
export function reduceViewProps(
  address: Partial<ReduceViewProps["address"]>,
  subscription: Partial<Subscription> = {},
  change: Partial<ReduceViewProps> = {},
): ReduceViewProps {
  const { whyNot: _, isReadOnly: __, ...spots } = openSpots();
  return {
    subscription: {
      ...spots,
      plan: "Monthly",
      anchorOn: "2026-11-24",
      period: 0,
      periodStart: "2026-11-24",
      periodEnd: "2026-12-24",
      renewsAt: renewal,
      pastDueSince: null,
      readOnlyAt: null,
      timeZone: inLondon.timeZone,
      ownersKeepSeats: false,
      cardHolderName: "Pat Payer",
      cardLast4: "4242",
      billingEmail: "billing@alder.example",
      ...subscription,
      schedule: subscription.schedule ?? null,
    },
    latest: { number: 4, by: ada.name, at: noon.toISOString() },
    openedBy: [{ id: ben.id, name: ben.name, since: noon, by: ada.name }],
    openedByMore: 0,
    whyNot: null,
    address: { step: 1, total: "", seen: undefined, ...address },
    accountName: "Alder Realty",
    dates: inLondon,
    action: async () => ({ status: "idle" }),
    requestId,
    ...change,
  };
}

/** Ada's reduction from ten to eight, as it stands in the ledger. */
export function receiptOf(change: Partial<Receipt> = {}): Receipt {
  return {
    accountName: "Alder Realty",
    id: sampleId(72),
    number: 12,
    kind: "scheduled",
    at: noon,
    effectiveAt: renewal,
    from: 10,
    to: 8,
    by: ada.name,
    reason: "",
    invoice: null,
    terms: { interval: "month", currency: "USD", unitPrice: 1500 },
    origin: null,
    replaced: null,
    fate: null,
    isPending: false,
    ...change,
  };
}

/** Another row of the ledger, which a receipt points at. */
export function chained(change: Partial<NonNullable<Receipt["fate"]>> = {}) {
  return {
    id: sampleId(73),
    number: 13,
    kind: "reduced" as const,
    at: renewal,
    from: 10,
    to: 8,
    by: null,
    reason: "",
    schedule: { id: sampleId(71), replacesId: null },
    ...change,
  };
}
