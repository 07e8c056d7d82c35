import type { ContactSelection } from "#lib/contacts/selection";
import type { TransferPlan } from "#lib/transfers/plan";

/** Which contacts a reassignment is about: single ones, or all that a selection names. */
export type Meant = { contactIds: string[] } | { selection: ContactSelection };

/** So many single contacts are named at once. */
export const SINGLE_CONTACTS = 500;

/** Whether the books change hands as they are: all contacts in them are meant, and go to one. */
export function areWholeBooks(meant: Meant, plan: TransferPlan): boolean {
  return "selection" in meant && meant.selection.search === "" && plan.kind === "one";
}

/**
 * What a transfer that is recorded already moves: out of the books that are held and were looked at.
 * Whatever was moved out of these meanwhile is not meant any more.
 */
export type CarryOut = { meant: Meant; plan: TransferPlan; transferId: string; bookIds: string[] };
