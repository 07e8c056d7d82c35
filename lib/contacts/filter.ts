import { z } from "zod";
import { searchText } from "#lib/input";

const text = z.preprocess((value) => [value].flat()[0], z.string());

/** The contact list's address: a user's id, `inactive` for inactive users' contacts, or nobody named. */
export const contactFilterSchema = z.object({
  search: searchText,
  assignee: text
    .pipe(z.union([z.uuid(), z.literal("inactive")]))
    .optional()
    .catch(undefined),
  cursor: text.pipe(z.string().max(4000)).optional().catch(undefined),
});
export type ContactFilter = z.infer<typeof contactFilterSchema>;
