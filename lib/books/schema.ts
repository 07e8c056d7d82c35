import { z } from "zod";
import { id, line, optional, requestId } from "#lib/input";

export const nameBookSchema = z.object({
  requestId,
  assigneeId: id,
  /** The transfer that brought the books, or those that came by none. */
  book: z.union([z.uuid(), z.literal("own")], { error: "Choose the books to name." }),
  name: optional(line("The name", 100)),
});
export type NameBook = z.infer<typeof nameBookSchema>;
