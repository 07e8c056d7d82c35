import type { RefusalCode } from "#lib/refusal";

type Person = { id: string; status: "active" | "inactive"; isOwner: boolean };
type Acting = { userId: string; role: "admin" | "user" };
type ActingOwner = Acting & { isOwner: boolean };

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

/** Why this user gets no link to choose a password from this person, or null (domain rule 9). */
export function whyNotCreatePasswordLink(
  actor: ActingOwner,
  user: Pick<Person, "status" | "isOwner"> & { hasPassword: boolean },
): RefusalCode | null {
  if (actor.role !== "admin") return "not_admin";
  if (user.status === "inactive") return "already_inactive";
  if (user.hasPassword) return "password_already_chosen";
  return user.isOwner && !actor.isOwner ? "link_of_owner" : null;
}

/** Why this user's two-step sign-in is not reset by this person, or null (domain rule 9). */
export function whyNotResetSecondStep(
  actor: ActingOwner,
  user: Person & { hasSecondStep: boolean },
): RefusalCode | null {
  if (actor.role !== "admin") return "not_admin";
  if (user.status === "inactive") return "already_inactive";
  if (user.id === actor.userId) return "second_step_is_own";
  if (user.isOwner && !actor.isOwner) return "second_step_of_owner";
  return user.hasSecondStep ? null : "second_step_missing";
}

/** Why this user cannot be made active, or null; whether a spot is open is a question of its own. */
export function whyNotReactivate(actor: Acting, user: Person): RefusalCode | null {
  if (actor.role !== "admin") return "not_admin";
  return user.status === "active" ? "already_active" : null;
}

/** Why an admin does not come back with this address by this person, or null (domain rule 9). */
export function whyNotReturnWith(
  actor: ActingOwner,
  user: { role: "admin" | "user"; email: string | null; formerEmail: string | null },
  email: string,
): RefusalCode | null {
  const isKnown = email.toLowerCase() === (user.email ?? user.formerEmail)?.toLowerCase();
  return user.role === "admin" && !actor.isOwner && !isKnown ? "email_of_admin" : null;
}

/** Why this user cannot be edited, or null. */
export function whyNotEdit(actor: Acting, user: Pick<Person, "status">): RefusalCode | null {
  if (actor.role !== "admin") return "not_admin";
  return user.status === "inactive" ? "user_is_inactive" : null;
}

/** Why this user's role stays as it is, or null: support alone lowers an Owner (domain rule 9). */
export function whyNotChangeRole(actor: Acting, user: Person): RefusalCode | null {
  if (user.isOwner) return "role_of_owner";
  return user.id === actor.userId ? "role_is_own" : null;
}

/** Why this person cannot change this user's e-mail, or null (domain rule 9). */
export function whyNotChangeEmail(actor: Acting, user: Person): RefusalCode | null {
  return user.isOwner && user.id !== actor.userId ? "email_of_owner" : null;
}

/** Whether the old address or an Owner has to agree to a new one (domain rule 9). */
export function needsAgreement(
  actor: ActingOwner,
  user: Person & { role: "admin" | "user" },
): boolean {
  return user.role === "admin" && user.id !== actor.userId && !actor.isOwner;
}

/** Why this user cannot become an Account Owner by this person, or null (domain rules 6 and 9). */
export function whyNotMakeOwner(
  actor: ActingOwner,
  user: Person & { role: "admin" | "user"; hasPassword: boolean },
): RefusalCode | null {
  if (!actor.isOwner) return "not_owner";
  if (user.status === "inactive") return "user_is_inactive";
  if (user.isOwner) return "already_owner";
  if (user.role !== "admin") return "owner_needs_admin";
  return user.hasPassword ? null : "owner_needs_password";
}
