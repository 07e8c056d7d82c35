import { kindGroups } from "#lib/audit/kind-groups";

/** What support filters an account's log by. Row-level security leaves it nothing of the others, which tell of contacts. */
export const visibleGroups = kindGroups.filter(
  (group) => group !== "details" && group !== "history",
);
