import { z } from "zod";
import { kindGroups } from "#lib/audit/kind-groups";
import { searchText } from "#lib/input";

const text = z.preprocess((value) => [value].flat()[0], z.string());

/** A day of the calendar, "2026-11-24". */
const day = text.pipe(z.iso.date().regex(/^[12]/)).optional().catch(undefined);

const shape = {
  /** Who acted, or whom it is about. */
  person: text.pipe(z.uuid()).optional().catch(undefined),
  kind: text.pipe(z.enum(kindGroups)).optional().catch(undefined),
  from: day,
  to: day,
};

/** Which events: whatever does not fit falls back, so that no link is a dead end. */
export const eventFilterSchema = z.object(shape).transform(inOrder);
export type EventFilter = z.infer<typeof eventFilterSchema>;

/**
 * The address of the account log. `who` is a person's name or e-mail, still to be found; empty it
 * is a field that was emptied, and means everybody.
 */
export const auditFilterSchema = z
  .object({
    ...shape,
    who: z.undefined().or(searchText),
    cursor: text.pipe(z.string().max(4000)).optional().catch(undefined),
  })
  .transform(inOrder);
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** The days between these two, whichever was typed first. */
function inOrder<Filter extends { from?: string; to?: string }>(filter: Filter): Filter {
  const { from, to } = filter;
  return from && to && from > to ? { ...filter, from: to, to: from } : filter;
}
