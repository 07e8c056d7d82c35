import { z } from "zod";
import { id, line, optional, requestId } from "#lib/input";

const noBooks = "Choose the books to name.";

export const nameBookSchema = z.object({
  requestId,
  assigneeId: id,
  /** The transfer that brought the books, or those that came by none. */
  book: z.union([z.uuid({ error: noBooks }), z.literal("own")], { error: noBooks }),
  name: optional(line("The name", 100)),
});
export type NameBook = z.infer<typeof nameBookSchema>;
