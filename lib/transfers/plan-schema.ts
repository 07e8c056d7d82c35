import { z } from "zod";
import { id } from "#lib/input";
import type { TransferPlan } from "#lib/transfers/plan";

/** So many colleagues receive a share each, and so many parts one of them. */
export const RECEIVERS = 50;
export const PARTS = 100;

/** So many values a rule names; the others are "all others". */
export const RULE_VALUES = 50;

/** A plan as it comes back from a form, or from where it was kept. */
export const transferPlanSchema: z.ZodType<TransferPlan> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("one"), to: id }),
  z.strictObject({
    kind: z.literal("shares"),
    shares: z
      .array(z.strictObject({ to: id, parts: z.int().min(1).max(PARTS) }))
      .min(2)
      .max(RECEIVERS)
      .refine((shares) => new Set(shares.map(({ to }) => to)).size === shares.length),
  }),
  z
    .strictObject({
      kind: z.literal("rule"),
      by: z.enum(["state", "company", "letter"]),
      values: z
        .array(z.strictObject({ value: z.string().max(1000), to: id.nullable() }))
        .max(RULE_VALUES),
      rest: id.nullable(),
    })
    .refine(({ values, rest }) => rest !== null || values.some(({ to }) => to !== null)),
]);
