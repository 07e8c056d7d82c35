import { billOf, type Terms, yearlyBillOf } from "#lib/billing/bill";
import { type DateStyle, dateText } from "#lib/dates";
import { moneyText } from "#lib/money";
import { listText, numberText, plural } from "#lib/plurals";
import type { WayOn } from "#lib/refusal";
import { reductionHref } from "#lib/seats/reduction-address";
import { leastSeats } from "#lib/seats/rules";
import type { WhyNotChange } from "#lib/seats/why-not-change";
import { sentence } from "#lib/sentence";

/** What follows an inactivation: that open spots stay paid for, and the way to change that. */
export type FinalStep = { text: string; wayOn?: WayOn };

export type OpenSpots = Terms & {
  status: "trial" | "active" | "past_due" | "ended";
  total: number;
  used: number;
  minimumSeats: number;
  cancelledAt: Date | null;
  isReadOnly: boolean;
  schedule: { toTotal: number; effectiveAt: Date; by: string } | null;
  whyNot: WhyNotChange | null;
};

/** What a spot costs that is about to open; null where nothing is paid for the next period anyway. */
export function describeStay(spots: OpenSpots, opening: number, locale: string): string | null {
  if (spots.status === "ended" || spots.cancelledAt) return null;
  const sum = moneyText({ amount: billOf(spots, opening), currency: spots.currency }, locale);
  const from = spots.status === "trial" ? ", once the trial is over," : "";
  return `The bill does not change by itself: ${sum} a ${spots.interval} for ${opening === 1 ? "it" : "them"}${from} until the user spots are reduced, which is a step of its own.`;
}

/** Null where no spot is open, or nothing is paid for the next period anyway. */
export function describeFinalStep(spots: OpenSpots, dates: DateStyle): FinalStep | null {
  const { status, total, used, cancelledAt, schedule, whyNot } = spots;
  if (used >= total || status === "ended" || cancelledAt) return null;
  const least = leastSeats(spots);
  const money = (amount: number) => moneyText({ amount, currency: spots.currency }, dates.locale);
  const period = spots.interval === "month" ? "a month" : "a year";
  if (schedule && schedule.toTotal <= least) {
    const day = dateText(schedule.effectiveAt, dates);
    return {
      text: sentence`A reduction to ${plural(schedule.toTotal, "user spot")} on ${day} is scheduled already, by ${schedule.by}: from then on you pay ${money(billOf(spots, total - schedule.toTotal))} less ${period}.`,
      wayOn: { label: "See the scheduled change", href: "/admin/subscription" },
    };
  }
  const open = total - used;
  const pays =
    status === "trial"
      ? `You have ${plural(open, "open user spot")}: ${money(billOf(spots, open))} ${period} once the trial is over.`
      : `You pay for ${plural(open, "open user spot")}: ${money(billOf(spots, open))} ${period}.`;
  if (least >= total) {
    return {
      text: `${pays} Your plan has at least ${plural(least, "user spot")}, so none can go.`,
    };
  }
  if (whyNot) {
    return {
      text: `${pays} ${sentence`Only Account Owners can reduce them here: ask ${listText(whyNot.owners)}.`}`,
    };
  }
  const instead = schedule
    ? ` instead of the ${numberText(schedule.toTotal)} scheduled for ${dateText(schedule.effectiveAt, dates)}`
    : "";
  const saved = yearlyBillOf(spots, (schedule?.toTotal ?? total) - least);
  const more = schedule ? " more" : "";
  const minimum = least > used ? ", the least that your plan has," : "";
  return {
    text: `${pays} Reduce to ${numberText(least)}${instead}${minimum} and save ${money(saved)}${more} a year.`,
    wayOn: { label: "Reduce user spots", href: reductionHref(1, { total: least }) },
  };
}
