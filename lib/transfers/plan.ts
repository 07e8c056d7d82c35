/**
 * Who gets which of the selected contacts. `to` is a user's id, null where the contacts stay. Parts
 * are whole numbers above 0; an even split has one each. A rule goes by a contact's own value.
 */
export type TransferPlan =
  | { kind: "one"; to: string }
  | { kind: "shares"; shares: { to: string; parts: number }[] }
  | {
      kind: "rule";
      by: RuleField;
      values: { value: string; to: string | null }[];
      rest: string | null;
    };

/** What a rule looks at: the state, the company, or the first letter of the name. */
export type RuleField = "state" | "company" | "letter";

/** Who gets anything by this plan, each once, in a fixed order: a piece's number is the place here. */
export function receivers(plan: TransferPlan): string[] {
  if (plan.kind === "one") return [plan.to];
  if (plan.kind === "shares") return plan.shares.map(({ to }) => to);
  const all = [...plan.values.map(({ to }) => to), plan.rest];
  return [...new Set(all.filter((to) => to !== null))];
}
