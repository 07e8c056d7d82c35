import type { RefusalCode } from "#lib/refusal";

/** How far a case has come, as `owner_request_state` of the database says. */
export type CaseState =
  | "unverified"
  | "objected"
  | "waiting"
  | "ready"
  | "carried_out"
  | "refused"
  | "withdrawn"
  | "expired";

/** What keeps a case from being verified or carried out, as `owner_request_obstacle` says. */
export type Obstacle =
  | "admin_there"
  | "owner_there"
  | "not_owner"
  | "requester_gone"
  | "card_holder_asks"
  | "card_differs"
  | "not_confirmed"
  | "not_called_back"
  | "successor_missing"
  | "successor_unfit";

/** The refusal that explains each obstacle (domain rules 9 to 11). */
export const obstacleRefusals: Record<Obstacle, RefusalCode> = {
  admin_there: "case_somebody_there",
  owner_there: "case_somebody_there",
  not_owner: "case_not_owner",
  requester_gone: "case_requester_gone",
  card_holder_asks: "case_card_holder_asks",
  card_differs: "case_card_differs",
  not_confirmed: "case_not_confirmed",
  not_called_back: "case_not_called_back",
  successor_missing: "case_successor_missing",
  successor_unfit: "case_successor_unfit",
};

/** What each state is called, in the queue, on a case and in the account. */
export const stateLabels: Record<CaseState, string> = {
  unverified: "To verify",
  objected: "Objection",
  waiting: "Waiting",
  ready: "Ready to carry out",
  carried_out: "Carried out",
  refused: "Refused",
  withdrawn: "Withdrawn",
  expired: "Expired",
};

export const openStates = ["unverified", "objected", "waiting", "ready"] as const;
