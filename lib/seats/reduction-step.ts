import { type DateStyle, dateText } from "#lib/dates";
import type { WayOn } from "#lib/refusal";
import { type RefusalCode, type RefusalFacts, refusalWayOn, whyNotSentence } from "#lib/refusal";
import type { ReductionAddress } from "#lib/seats/reduction-address";
import { leastSeats, whyNotReduceTo } from "#lib/seats/rules";
import { readTotal } from "#lib/seats/schema";

type Spots = {
  status: "trial" | "active" | "past_due" | "ended";
  total: number;
  used: number;
  minimumSeats: number;
  schedule: { toTotal: number; effectiveAt: Date } | null;
};

export type ReductionStep =
  | { step: 1 | 2; typed: string; error?: string; wayOn?: WayOn }
  | { step: 3 | 4; typed: string; total: number };

/** Why no reduction can begin at all, or null. */
export function whyNotBegin(spots: Spots): RefusalCode | null {
  if (spots.status === "ended") return "subscription_over";
  if (spots.used >= spots.total) return "below_used";
  return leastSeats(spots) >= spots.total ? "below_minimum" : null;
}

/** The step that an address leads to: a later one than the new total only with one that can be. */
export function chooseStep(
  { step, total: typed }: ReductionAddress,
  spots: Spots,
  dates: DateStyle,
): ReductionStep {
  if (step === 1) return { step: 1, typed };
  if (step === 2 && typed === "") return { step: 2, typed: `${proposedTotal(spots)}` };
  const read = readTotal(typed.trim());
  if (read === null) return { step: 2, typed: "", error: "Enter the new number of user spots." };
  if ("error" in read) return { step: 2, typed, error: read.error };
  const why = whyNotTotal(read.total, spots, dates);
  if (why) return { step: 2, typed, ...why };
  if (step === 2) return { step: 2, typed };
  return { step: step === 3 ? 3 : 4, typed, total: read.total };
}

/** What is scheduled, else as many as are used. */
function proposedTotal({ schedule, ...spots }: Spots): number {
  return schedule?.toTotal ?? leastSeats(spots);
}

function whyNotTotal(
  to: number,
  spots: Spots,
  dates: DateStyle,
): { error: string; wayOn?: WayOn } | null {
  const { total, used, minimumSeats: limit, schedule } = spots;
  const why = (code: RefusalCode, facts: RefusalFacts) => ({
    error: whyNotSentence(code, facts),
    wayOn: refusalWayOn(code),
  });
  const code = whyNotReduceTo(to, spots);
  if (code) return why(code, { total: code === "below_used" ? to : total, used, limit });
  if (schedule?.toTotal !== to) return null;
  const time = dateText(schedule.effectiveAt, dates);
  return why("reduction_is_scheduled", { total: to, time });
}
