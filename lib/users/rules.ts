import type { RefusalCode } from "#lib/refusal";

type Person = { id: string; status: "active" | "inactive"; isOwner: boolean };
type Acting = { userId: string; role: "admin" | "user" };

/**
 * Why this user cannot be made inactive by this person, or null (domain rules 1, 5 to 8). The same
 * answer decides whether the row has the link and whether the server refuses.
 */
export function whyNotInactivate(actor: Acting, user: Person): RefusalCode | null {
  if (actor.role !== "admin") return "not_admin";
  if (user.status === "inactive") return "already_inactive";
  if (user.isOwner) return "user_is_owner";
  if (user.id === actor.userId) return "user_is_self";
  return null;
}

/** Why this user gets no link to choose a password, or null. */
export function whyNotCreatePasswordLink(
  actor: Acting,
  user: Pick<Person, "status"> & { hasPassword: boolean },
): RefusalCode | null {
  if (actor.role !== "admin") return "not_admin";
  if (user.status === "inactive") return "already_inactive";
  return user.hasPassword ? "password_already_chosen" : null;
}

/** Why this user's two-step sign-in is not reset by this person, or null (domain rule 9). */
export function whyNotResetSecondStep(
  actor: Acting & { isOwner: boolean },
  user: Person & { hasSecondStep: boolean },
): RefusalCode | null {
  if (actor.role !== "admin") return "not_admin";
  if (user.status === "inactive") return "already_inactive";
  if (user.id === actor.userId) return "second_step_is_own";
  if (user.isOwner && !actor.isOwner) return "second_step_of_owner";
  return user.hasSecondStep ? null : "second_step_missing";
}

/** Why this user cannot be made active now, or null (domain rule 12). */
export function whyNotReactivate(
  actor: Acting,
  user: Person,
  seats: { seatsTotal: number; seatsUsed: number },
): RefusalCode | null {
  if (actor.role !== "admin") return "not_admin";
  if (user.status === "active") return "already_active";
  if (seats.seatsUsed >= seats.seatsTotal) return "no_open_seat";
  return null;
}
