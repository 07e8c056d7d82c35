import type { RefusalCode } from "#lib/refusal";

type Acting = { role: "admin" | "user"; isOwner: boolean; hasSecondStep: boolean };
type Account = { adminsNeedSecondStep: boolean };

/** Why this person cannot require two-step sign-in of all admins, or null. */
export function whyNotRequireSecondStep(actor: Acting, account: Account): RefusalCode | null {
  if (actor.role !== "admin") return "not_admin";
  if (!actor.isOwner) return "not_owner";
  if (account.adminsNeedSecondStep) return "second_step_required_already";
  return actor.hasSecondStep ? null : "own_second_step_first";
}

/** Why this person cannot stop requiring it, or null. */
export function whyNotStopRequiringSecondStep(
  actor: Omit<Acting, "hasSecondStep">,
  account: Account,
): RefusalCode | null {
  if (actor.role !== "admin") return "not_admin";
  if (!actor.isOwner) return "not_owner";
  return account.adminsNeedSecondStep ? null : "second_step_not_required";
}
