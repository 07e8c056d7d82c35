import { z } from "zod";
import { id, optional, paragraph, requestId } from "#lib/input";
import { numberText, plural } from "#lib/plurals";
import { MOST_SEATS } from "#lib/seats/rules";
import { typedPassword } from "#lib/sessions/schema";

const numberShape = /^(\d+|\d{1,3}(,\d{3})+)$/;

/** A number of user spots as people type it: a whole one, with or without thousands separators. */
const spots = z
  .string({ error: "Enter a number of user spots." })
  .trim()
  .regex(numberShape, "Enter a whole number, such as 8.")
  .transform((text) => Number(text.replaceAll(",", "")))
  .pipe(
    z
      .number()
      .min(1, "There is at least one user spot.")
      .max(MOST_SEATS, "There can be at most 100,000 user spots."),
  );

const count = z
  .string({ error: "Open the page again." })
  .regex(/^\d{1,15}$/, "Open the page again.")
  .transform(Number);

/** What an address says as how many more, one where it says nothing; or why it is no number. */
export function readMore(value: unknown, total: number): { more: number } | { error: string } {
  if (value === undefined) return { more: 1 };
  const most = MOST_SEATS - total;
  const parsed = z
    .string()
    .trim()
    .regex(numberShape)
    .transform((text) => Number(text.replaceAll(",", "")))
    .safeParse(value);
  if (!parsed.success) return { error: "Enter a whole number, such as 2." };
  if (parsed.data < 1) return { error: "Add at least one user spot." };
  if (parsed.data <= most) return { more: parsed.data };
  return {
    error: `There can be at most ${plural(MOST_SEATS, "user spot")}, so you can add ${numberText(most)} at most.`,
  };
}

/** Where one came from to add user spots; anything else leads to the receipt. */
export const cameFrom = z
  .string()
  .regex(
    /^\/admin\/users(\/new|\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\/(reactivate|hand-over))?$/,
  )
  .optional()
  .catch(undefined);

/** The change that is told of where one came back to. */
export const changeInAddress = z.uuid().optional().catch(undefined);

const reason = paragraph("The reason", 500).default("");

/** What an address says as the new total: a number, nothing yet, or why it is none. */
export function readTotal(value: unknown): { total: number } | { error: string } | null {
  if (value === undefined || value === "") return null;
  const parsed = spots.safeParse(value);
  if (parsed.success) return { total: parsed.data };
  return { error: parsed.error.issues[0]?.message ?? "Enter a whole number, such as 8." };
}

export const addSeatsSchema = z.object({
  requestId,
  /** The new total, not how many more: sent twice, it is there once. */
  total: spots,
  seenTotal: count,
  /** The sum that was shown, in minor units. */
  seenAmount: count,
  reason,
  /** The scheduled reduction that was shown, and what becomes of it. */
  scheduleId: optional(id),
  reduction: optional(z.enum(["keep", "cancel"], { error: "Choose whether the reduction stays." })),
  next: cameFrom,
});
export type AddSeats = z.infer<typeof addSeatsSchema>;

export const reduceSeatsSchema = z.object({
  requestId,
  total: spots,
  seenTotal: count,
  /** The scheduled reduction that was shown, which this one replaces. */
  scheduleId: optional(id),
  reason,
});
export type ReduceSeats = z.infer<typeof reduceSeatsSchema>;

export const cancelReductionSchema = z.object({ requestId, scheduleId: id });
export type CancelReduction = z.infer<typeof cancelReductionSchema>;

export const cancelSubscriptionSchema = z.object({ requestId, password: typedPassword });
export type CancelSubscription = z.infer<typeof cancelSubscriptionSchema>;

export const startSubscriptionSchema = z.object({
  requestId,
  /** As many as before, or as are used. */
  total: spots,
  /** The sum that was shown, in minor units. */
  seenAmount: count,
});
export type StartSubscription = z.infer<typeof startSubscriptionSchema>;

export const changeSpotsRuleSchema = z.object({ requestId });
export type ChangeSpotsRule = z.infer<typeof changeSpotsRuleSchema>;

/** A page of what is numbered from 1: the numbers below this one. Anything else is its beginning. */
const below = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
  .optional()
  .catch(undefined);

/** What the address of the subscription page asks for; what cannot be is not asked for. */
export const subscriptionPageSchema = z.object({
  changesBelow: below,
  invoicesBelow: below,
  cancelled: id.optional().catch(undefined),
});
export type SubscriptionPageAsked = z.infer<typeof subscriptionPageSchema>;

/** What needs nothing but the click: a cancelled subscription goes on. */
export const changeSubscriptionSchema = z.object({ requestId });
export type ChangeSubscription = z.infer<typeof changeSubscriptionSchema>;

/** Of a form that takes a spot: the reduction that it was shown, and what becomes of it. */
export const seatChoice = {
  scheduleId: optional(id),
  reduction: optional(
    z.enum(["raise", "cancel"], { error: "Choose what becomes of the reduction." }),
  ),
};
export type SeatChoice = { scheduleId?: string; reduction?: "raise" | "cancel" };
