import { z } from "zod";
import { searchText } from "#lib/input";

/** The address of the sheet for several users: whatever is no id is left out. */
export const chosenUsersSchema = z.object({
  user: z
    .unknown()
    .transform((value) => [value ?? []].flat().filter((each) => z.uuid().safeParse(each).success))
    .pipe(z.array(z.string()))
    .transform((ids) => [...new Set(ids)]),
  colleague: searchText,
});
