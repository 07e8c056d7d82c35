import { z } from "zod";
import { contactSelectionSchema } from "#lib/contacts/selection";

const text = z.preprocess((value) => [value].flat()[0], z.string());

/** The contact list's address: what is selected, and where in it one is. */
export const contactFilterSchema = contactSelectionSchema.extend({
  cursor: text.pipe(z.string().max(4000)).optional().catch(undefined),
});
export type ContactFilter = z.infer<typeof contactFilterSchema>;
