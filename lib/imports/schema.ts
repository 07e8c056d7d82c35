import { z } from "zod";
import { importFieldNames } from "#lib/imports/fields";
import { mostColumns } from "#lib/imports/limits";
import { id, requestId } from "#lib/input";

const field = z.union([z.literal("").transform(() => null), z.enum(importFieldNames)], {
  error: "Choose for each column what it fills.",
});

/** What is chosen for a file that was uploaded; the columns in their order. */
export const importChoicesSchema = z.object({
  requestId,
  importId: id,
  intent: z.enum(["preview", "start"], { error: "The form is incomplete. Open the page again." }),
  column: z.preprocess((value) => [value ?? []].flat(), z.array(field).max(mostColumns)),
  firstRowIsData: z.literal("yes").optional(),
  receiverId: z.uuid({ error: "Choose who gets the contacts." }),
  known: z.enum(["leave", "update"], { error: "Choose what happens to contacts here already." }),
});
export type ImportChoicesInput = z.infer<typeof importChoicesSchema>;

export const cancelImportSchema = z.object({ requestId, importId: id });
export type CancelImport = z.infer<typeof cancelImportSchema>;
