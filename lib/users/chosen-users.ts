import { z } from "zod";
import { searchText } from "#lib/input";

/** The address of the sheet for several users: whatever is no id is left out. */
export const chosenUsersSchema = z.object({
  user: z
    .preprocess((value) => [value ?? []].flat().filter(isId), z.array(z.string()))
    .transform((ids) => [...new Set(ids)]),
  colleague: searchText,
});

function isId(value: unknown): boolean {
  return z.uuid().safeParse(value).success;
}
