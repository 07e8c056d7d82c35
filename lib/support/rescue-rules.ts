import type { RefusalCode } from "#lib/refusal";

export type RescueFacts = {
  /** Of the open case that proposes a rescue already, if there is one. */
  openCase: number | null;
  /** Active admins who are no Owner: any of them can act in the account. */
  activeAdmins: number;
};

/** Why nobody proposes to make somebody an Owner of this account, or null: nobody is left who could. */
export function whyNotRescue({ openCase, activeAdmins }: RescueFacts): RefusalCode | null {
  if (openCase !== null) return "rescue_proposed_already";
  return activeAdmins > 0 ? "case_somebody_there" : null;
}

type Candidate = { status: string; isOwner: boolean; lastSignInAt: Date | null };

/** Why this user cannot be made one, or null: it is somebody who has signed in at least once. */
export function whyNotRescuer(user: Candidate): RefusalCode | null {
  const fits = user.status === "active" && !user.isOwner && user.lastSignInAt !== null;
  return fits ? null : "rescue_successor_unfit";
}
