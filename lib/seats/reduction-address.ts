import { z } from "zod";
import { href } from "#lib/hrefs";

const text = z.preprocess((value) => [value].flat()[0], z.string());

/** The wizard's address: its step, the total as it was typed, and what had been seen. */
export const reductionAddressSchema = z.object({
  step: text
    .pipe(z.enum(["1", "2", "3", "4"]))
    .transform(Number)
    .catch(1),
  total: text.transform((typed) => typed.slice(0, 40)).catch(""),
  /** The number of the latest receipt that the steps before have shown. */
  seen: text
    .pipe(z.string().regex(/^\d{1,9}$/))
    .transform(Number)
    .optional()
    .catch(undefined),
});
export type ReductionAddress = z.infer<typeof reductionAddressSchema>;

export const REDUCTION_PATH = "/admin/subscription/reduce";

/** A step of the wizard, with every choice made so far. */
export function reductionHref(
  step: number,
  { total, seen }: { total?: string | number; seen?: number },
): string {
  const asText = (value?: string | number) => value?.toString();
  return href(REDUCTION_PATH, { step: `${step}`, total: asText(total), seen: asText(seen) });
}
