import type { Member } from "#lib/actor";
import type { RefusalCode } from "#lib/refusal";

export const UNDO_DAYS = 30;

/** Contacts that an undo brings back, that were handed on since, and that were carved out since. */
export type UndoCounts = { returned: number; stayed: number; carvedOut: number };

type Facts = {
  kind: "inactivation" | "reassignment" | "undo";
  at: Date;
  undoneAt: Date | null;
  byUserId: string | null;
  fromUserId: string | null;
};

/**
 * Why this person cannot undo this transfer (any more), or null (domain rule 23): admins any, others
 * what they gave away of their own.
 */
export function whyNotUndo(
  actor: Pick<Member, "userId" | "role">,
  transfer: Facts,
  { returned }: Pick<UndoCounts, "returned">,
  now: Date,
): RefusalCode | null {
  const isOwn = transfer.byUserId === actor.userId && transfer.fromUserId === actor.userId;
  if (actor.role !== "admin" && !isOwn) return "not_admin";
  if (transfer.kind === "undo") return "undo_of_undo";
  if (transfer.undoneAt) return "already_undone";
  const age = now.getTime() - transfer.at.getTime();
  if (age > UNDO_DAYS * 24 * 60 * 60 * 1000) return "undo_too_late";
  return returned === 0 ? "nothing_to_return" : null;
}

/**
 * Why these contacts cannot be reassigned by this person (domain rule 20), or null. `moving` is how
 * many would change hands, where that is known.
 */
export function whyNotReassign(
  actor: Pick<Member, "userId" | "role">,
  holders: { id: string; contacts: number }[],
  moving?: number,
): RefusalCode | null {
  if (actor.role !== "admin" && holders.some(({ id }) => id !== actor.userId)) {
    return "contacts_not_yours";
  }
  if (holders.every(({ contacts }) => contacts === 0)) return "nothing_selected";
  return moving === 0 ? "nothing_moves" : null;
}
