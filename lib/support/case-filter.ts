import { z } from "zod";
import { href } from "#lib/hrefs";
import { openStates } from "#lib/owner-requests/case-state";

export const CASES_PATH = "/support/cases";

const text = z.preprocess((value) => [value].flat()[0], z.string());

/** Which cases the queue shows: whatever does not fit falls back, so that no link is a dead end. */
export const caseFilterSchema = z.object({
  /** One state of open cases, all that are open where it is missing, or those that have ended. */
  state: text
    .pipe(z.enum([...openStates, "ended"]))
    .optional()
    .catch(undefined),
  /** An agent's id, or one of two words. */
  assigned: text
    .pipe(z.enum(["me", "nobody"]).or(z.uuid()))
    .optional()
    .catch(undefined),
  kind: text
    .pipe(z.enum(["removal", "rescue"]))
    .optional()
    .catch(undefined),
  cursor: text.pipe(z.string().max(4000)).optional().catch(undefined),
});
export type CaseFilter = z.infer<typeof caseFilterSchema>;

/** The queue with this filter, from its first page on unless a cursor is given. */
export function casesHref({ state, assigned, kind, cursor }: CaseFilter): string {
  return href(CASES_PATH, { state, assigned, kind, after: cursor });
}
