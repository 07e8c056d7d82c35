import { addDays, dayOf, startOfDay } from "#lib/billing/periods";

/** What a new account can agree to. Prices are for one user spot and one period, in minor units. */
export const plans = {
  monthly: {
    plan: "Monthly",
    interval: "month",
    currency: "USD",
    unitPrice: 1500,
    minimumSeats: 1,
  },
  annual: {
    plan: "Annual",
    interval: "year",
    currency: "USD",
    unitPrice: 15_000,
    minimumSeats: 3,
  },
} as const;

export type PlanName = keyof typeof plans;

export const planNames = Object.keys(plans) as PlanName[];

const TRIAL_DAYS = 30;

/** A subscription as it begins: on trial, at no cost, from today on the account's clock. */
export function trialOf(name: PlanName, timeZone: string, now: Date) {
  const periodStart = dayOf(now, timeZone);
  const periodEnd = addDays(periodStart, TRIAL_DAYS);
  return {
    ...plans[name],
    status: "trial" as const,
    anchorOn: periodEnd,
    periodStart,
    periodEnd,
    renewsAt: startOfDay(periodEnd, timeZone),
  };
}
