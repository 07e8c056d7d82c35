import { z } from "zod";
import { contactColumns, densities } from "#lib/contacts/columns";
import { contactFilterSchema } from "#lib/contacts/filter";

/** The columns and the density chosen, and what the table goes on showing. */
export const chooseContactViewSchema = contactFilterSchema
  .omit({ cursor: true, who: true })
  .extend({
    columns: z.preprocess(
      (value) => [value ?? []].flat(),
      z.array(z.enum(contactColumns, { error: "Choose from the columns of the list." })),
    ),
    density: z.enum(densities, { error: "Choose how close the rows are." }),
  });
export type ChooseContactView = z.infer<typeof chooseContactViewSchema>;
