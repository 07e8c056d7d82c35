import { z } from "zod";
import { searchText } from "#lib/input";

const text = z.preprocess((value) => [value].flat()[0], z.string());

/**
 * Which contacts are meant: those that a search finds, of one user or of all inactive ones, in books
 * that one transfer brought (its id) or in those that came by none (`own`). Never a list of ids.
 */
export const contactSelectionSchema = z.object({
  search: searchText,
  assignee: text
    .pipe(z.union([z.uuid(), z.literal("inactive")]))
    .optional()
    .catch(undefined),
  book: text
    .pipe(z.union([z.uuid(), z.literal("own")]))
    .optional()
    .catch(undefined),
});
export type ContactSelection = z.infer<typeof contactSelectionSchema>;

/** The user whose books, whole, are all that is selected; null where contacts are. */
export function ownerOfWholeBooks({ search, assignee }: ContactSelection): string | null {
  return search === "" && assignee && assignee !== "inactive" ? assignee : null;
}
