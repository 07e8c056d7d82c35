import { type DateStyle, dateText } from "#lib/dates";
import { plural } from "#lib/plurals";

export type ScheduledSpots = { toTotal: number; effectiveAt: Date };

/** "8 user spots from 1 Dec 2026" */
export function scheduledText({ toTotal, effectiveAt }: ScheduledSpots, dates: DateStyle): string {
  return `${plural(toTotal, "user spot")} from ${dateText(effectiveAt, dates)}`;
}

/** The same as a sentence behind another one, where there is one. */
export function scheduledSentence(scheduled: ScheduledSpots | null, dates: DateStyle): string {
  if (!scheduled) return "";
  const { toTotal, effectiveAt } = scheduled;
  return ` From ${dateText(effectiveAt, dates)} there ${toTotal === 1 ? "is" : "are"} ${plural(toTotal, "user spot")}, as scheduled.`;
}
