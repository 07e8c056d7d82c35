/** How far another card has come: waiting to be confirmed, on file, or no more to be. */
export type CardChangeState = "unconfirmed" | "done" | "over";

type Facts = {
  expiresAt: Date;
  doneAt: Date | null;
  endedAt: Date | null;
  sentTo: string | null;
  /** Where bills go now: a confirmation that was sent elsewhere counts no more. */
  presentEmail: string | null;
};

export function cardChangeState(change: Facts, now: Date): CardChangeState {
  if (change.doneAt) return "done";
  if (change.endedAt || change.expiresAt <= now) return "over";
  return change.sentTo !== null && change.sentTo === change.presentEmail ? "unconfirmed" : "over";
}
