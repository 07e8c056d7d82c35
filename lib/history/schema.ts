import { z } from "zod";
import { id, paragraph, requestId } from "#lib/input";

export const addHistoryEntrySchema = z.object({
  requestId,
  contactId: id,
  kind: z.enum(["note", "call", "email", "meeting"], { error: "Choose what it was." }),
  body: paragraph("The text", 5000).refine((text) => text !== "", "Write what happened."),
});
export type AddHistoryEntry = z.infer<typeof addHistoryEntrySchema>;
