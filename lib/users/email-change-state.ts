/** How far a change of address has come: what it still waits for, or that it is over. */
export type EmailChangeState = "unconfirmed" | "not_agreed" | "done" | "over";

type Facts = {
  expiresAt: Date;
  confirmedAt: Date | null;
  needsAgreement: boolean;
  agreedAt: Date | null;
  doneAt: Date | null;
  endedAt: Date | null;
};

export function emailChangeState(change: Facts, now: Date): EmailChangeState {
  if (change.doneAt) return "done";
  if (change.endedAt || change.expiresAt <= now) return "over";
  return change.confirmedAt ? "not_agreed" : "unconfirmed";
}
