import type { RefusalCode } from "#lib/refusal";

export const RESTORE_DAYS = 30;

/** Until when a contact that was deleted then can be restored (domain rule 20). */
export function restorableUntil(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + RESTORE_DAYS * 24 * 60 * 60 * 1000);
}

/** Why a contact cannot be restored (any more), or null. */
export function whyNotRestore(deletedAt: Date | null, now: Date): RefusalCode | null {
  if (!deletedAt) return "contact_is_not_deleted";
  return now > restorableUntil(deletedAt) ? "restore_too_late" : null;
}

/** Whether this person may give a contact to somebody else: one's own, or any as an admin. */
export function mayReassign(
  actor: { userId: string; role: "admin" | "user" },
  assigneeId: string,
): boolean {
  return actor.role === "admin" || actor.userId === assigneeId;
}
