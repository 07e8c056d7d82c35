import type { Obstacle } from "#lib/owner-requests/case-state";
import type { RefusalCode } from "#lib/refusal";

type Concerned = {
  isOwner: boolean;
  isCardHolder: boolean;
  /** Whether it is who asks: then the card holder asks. */
  isAsker: boolean;
};

type Successor = {
  status: "active" | "inactive";
  role: "admin" | "user";
  isOwner: boolean;
  hasSignedIn: boolean;
};

/** Why an admin opens no case about this user, or null (domain rules 9 to 11). */
export function whyNotRequestRemoval(
  user: Concerned,
  isLastOwner: boolean,
  successor: Successor | null,
): RefusalCode | null {
  if (!user.isOwner) return "case_not_owner";
  if (user.isCardHolder && !user.isAsker) return "case_card_holder_asks";
  if (successor && !canBecomeOwner(successor)) return "case_successor_unfit";
  return isLastOwner && !successor ? "case_successor_missing" : null;
}

/** Whether this user may follow an Owner: an active admin who has signed in and is none yet (rule 6). */
export function canBecomeOwner({ status, role, isOwner, hasSignedIn }: Successor): boolean {
  return status === "active" && role === "admin" && !isOwner && hasSignedIn;
}

type Acting = { userId: string };

type Case = {
  outcome: "carried_out" | "refused" | "withdrawn" | "expired" | null;
  state: string;
  requestedBy: string | null;
  /** The Owner concerned. */
  userId: string | null;
  obstacle: Obstacle | null;
};

/** Why this admin cannot withdraw the case, or null: who asked for it can. An Owner objects, and a lead decides. */
export function whyNotWithdraw(actor: Acting, request: Case): RefusalCode | null {
  const over = whyOver(request);
  if (over) return over;
  if (request.requestedBy === actor.userId) return null;
  return request.userId === actor.userId ? "case_about_you" : "case_of_another";
}

/** Why this admin cannot go on with the case in their own name, or null: then they could withdraw it. */
export function whyNotTakeOver(actor: Acting, request: Case): RefusalCode | null {
  const over = whyOver(request);
  if (over) return over;
  if (request.requestedBy === actor.userId) return "case_not_yours";
  if (request.userId === actor.userId) return "case_about_you";
  return request.obstacle === "requester_gone" ? null : "case_requester_there";
}

function whyOver({ outcome, state }: Case): RefusalCode | null {
  if (outcome === "carried_out") return "case_carried_out";
  return outcome || state === "expired" ? "case_ended" : null;
}

type Letter = {
  /** The latest of an open case, to somebody whose answer counts. */
  isOpen: boolean;
  /** Whether it went to the Owner whose status is to be lifted. */
  isConcerned: boolean;
  answer: "agreed" | "objected" | null;
};

/** Why this answer is not taken, or null: who agreed can still object, and an objection stays. */
export function whyNotAnswer(
  { isOpen, isConcerned, answer: given }: Letter,
  answer: "agreed" | "objected",
): RefusalCode | null {
  if (!isOpen || given === "objected") return "letter_over";
  if (answer === "objected") return null;
  return isConcerned && given === null ? null : "letter_over";
}
