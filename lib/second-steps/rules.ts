import type { RefusalCode } from "#lib/refusal";

/** Why a person's own second step stays on, or null. */
export function whyNotTurnOff(
  actor: { role: "admin" | "user" },
  account: { adminsNeedSecondStep: boolean },
): RefusalCode | null {
  return actor.role === "admin" && account.adminsNeedSecondStep ? "second_step_is_kept" : null;
}
