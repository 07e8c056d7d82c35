import type { z } from "zod";
import { userFilterSchema } from "#lib/users/filter";

/** Which users of an account the console shows: by name, in the address like the user table's. */
export const accountFilterSchema = userFilterSchema.pick({
  status: true,
  search: true,
  cursor: true,
});
export type AccountFilter = z.infer<typeof accountFilterSchema>;
