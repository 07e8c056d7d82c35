import { recordedDay } from "#lib/dates";
import type { RefusalCode } from "#lib/refusal";
import type { SeatThatGoes } from "#lib/refusals/facts";

type Acting = { role: "admin" | "user"; isOwner: boolean };

/** An account has at most so many user spots; more is most likely a mistake. */
export const MOST_SEATS = 100_000;

/** Why this person cannot change the user spots, or null. */
export function whyNotChangeSeats(
  actor: Acting,
  account: { ownersKeepSeats: boolean },
): RefusalCode | null {
  if (actor.role !== "admin") return "not_admin";
  return account.ownersKeepSeats && !actor.isOwner ? "spots_kept_to_owners" : null;
}

type Spots = {
  total: number;
  used: number;
  schedule: { id: string; toTotal: number; effectiveAt: Date } | null;
  timeZone: string;
};

/** The open spot that is taken next, if a scheduled reduction would take it away (domain rule 14). */
export function seatThatGoes({ total, used, schedule, timeZone }: Spots): SeatThatGoes | null {
  if (!schedule || used >= total || used < schedule.toTotal) return null;
  const { id: scheduleId, toTotal: target } = schedule;
  const day = recordedDay(schedule.effectiveAt, timeZone);
  const on = schedule.effectiveAt.toISOString();
  return { scheduleId, total, target, raised: used + 1, on, day };
}

type Paying = {
  status: "trial" | "active" | "past_due" | "ended";
  cardLast4: string | null;
};

/** Why no user spots can be added now, or null: they are charged at once. */
export function whyNotAddSeats({ status, cardLast4 }: Paying): RefusalCode | null {
  if (status === "ended") return "subscription_over";
  if (status === "past_due") return "payment_due";
  return status === "active" && cardLast4 === null ? "no_card" : null;
}

/** Why the total cannot become this one from that one, or null (domain rule 14). */
export function whyNotReduceTo(
  to: number,
  { total, used, minimumSeats }: { total: number; used: number; minimumSeats: number },
): RefusalCode | null {
  if (to === total) return "same_total";
  if (to > total) return "not_fewer";
  if (to < used) return "below_used";
  return to < minimumSeats ? "below_minimum" : null;
}

/** How few user spots there can be: those that are used, or what the plan has at least. */
export function leastSeats({ used, minimumSeats }: { used: number; minimumSeats: number }): number {
  return Math.max(used, minimumSeats);
}

/** With how many user spots an ended subscription can begin again, the fewest first. */
export function startableTotals(account: {
  total: number;
  used: number;
  minimumSeats: number;
}): number[] {
  const least = Math.min(account.total, leastSeats(account));
  return least < account.total ? [least, account.total] : [account.total];
}

type Ending = { status: Paying["status"]; cancelledAt: Date | null };

/** Why this person cannot cancel the subscription, or null: what ends for all is for Owners. */
export function whyNotCancelSubscription(
  actor: Acting,
  { status, cancelledAt }: Ending,
): RefusalCode | null {
  if (!actor.isOwner) return "not_owner";
  if (status === "ended") return "subscription_over";
  return cancelledAt ? "subscription_is_cancelled" : null;
}

/** Why this person cannot have a cancelled subscription go on, or null. */
export function whyNotResumeSubscription(
  actor: Acting,
  { status, cancelledAt }: Ending,
): RefusalCode | null {
  if (!actor.isOwner) return "not_owner";
  if (status === "ended") return "subscription_over";
  return cancelledAt ? null : "subscription_goes_on";
}

/** Why this person cannot start an ended subscription again, or null: it is charged at once. */
export function whyNotStartSubscription(
  actor: Acting,
  { status, cardLast4 }: Paying,
  openInvoices: number,
): RefusalCode | null {
  if (!actor.isOwner) return "not_owner";
  if (status !== "ended") return "subscription_runs";
  if (openInvoices > 0) return "payment_due";
  return cardLast4 === null ? "no_card" : null;
}

/** Why this person cannot keep changes of user spots to Account Owners, or null. */
export function whyNotKeepSpots(
  actor: Acting,
  account: { ownersKeepSeats: boolean },
): RefusalCode | null {
  return whyNotOwner(actor) ?? (account.ownersKeepSeats ? "spots_kept_already" : null);
}

/** Why this person cannot let every admin change them, or null. */
export function whyNotLetAdmins(
  actor: Acting,
  account: { ownersKeepSeats: boolean },
): RefusalCode | null {
  return whyNotOwner(actor) ?? (account.ownersKeepSeats ? null : "spots_open_already");
}

function whyNotOwner({ role, isOwner }: Acting): RefusalCode | null {
  if (role !== "admin") return "not_admin";
  return isOwner ? null : "not_owner";
}

type Scheduled = {
  total: number;
  used: number;
  minimumSeats: number;
  schedule: { toTotal: number } | null;
};

/** The total from the renewal on: what is scheduled, but not below what is used or agreed. */
export function totalAtRenewal({ total, schedule, ...account }: Scheduled): number {
  return schedule ? Math.min(total, Math.max(schedule.toTotal, leastSeats(account))) : total;
}
