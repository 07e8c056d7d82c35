import { z } from "zod";
import { searchText } from "#lib/input";

export const userSorts = ["name", "email", "role", "status", "last-sign-in"] as const;

const text = z.preprocess((value) => [value].flat()[0], z.string());

/** The user table's address: whatever does not fit falls back, so that no link is a dead end. */
export const userFilterSchema = z.object({
  status: text.pipe(z.enum(["all", "active", "inactive"])).catch("all"),
  search: searchText,
  sort: text.pipe(z.enum(userSorts)).catch("name"),
  direction: text.pipe(z.enum(["asc", "desc"])).catch("asc"),
  cursor: text.pipe(z.string().max(4000)).optional().catch(undefined),
});
export type UserFilter = z.infer<typeof userFilterSchema>;
