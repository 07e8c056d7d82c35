import { type DateStyle, dateTimeText } from "#lib/dates";
import { type CaseState, type Obstacle, obstacleRefusals } from "#lib/owner-requests/case-state";
import { whyNotSentence } from "#lib/refusal";
import { sentence } from "#lib/sentence";

/** What a case is told by. */
export type CaseFacts = {
  kind: "removal" | "rescue";
  capacity: "admin" | "card_holder" | "lead";
  state: CaseState;
  obstacle: Obstacle | null;
  lapse: "requester_inactive" | "requester_no_admin" | "card_changed" | null;
  userName: string | null;
  successorName: string | null;
  requestedByName: string;
  agreedAt: Date | null;
  objectedByName: string | null;
  objection: string | null;
  decision: string | null;
  waitsUntil: Date;
};

/** How far a case has come and what comes next, for the people of the account. */
export function caseStateText(request: CaseFacts, dates: DateStyle): string {
  const { kind, userName, successorName, objectedByName } = request;
  switch (request.state) {
    case "unverified":
      return "Our support has not checked it yet. One person checks it, then another one carries it out.";
    case "objected":
      return sentence`${objectedByName ?? "Somebody"} objected. It stops until a lead of our support has decided.`;
    case "waiting":
      return kind === "rescue"
        ? `It waits until ${dateTimeText(request.waitsUntil, dates)}, so that everybody who was told can object.`
        : `Our support has checked it. It waits until ${dateTimeText(request.waitsUntil, dates)}, so that Account Owners can object; then another person carries it out.`;
    case "ready":
      return kind === "rescue"
        ? "The waiting time has passed. Another lead of our support carries it out."
        : "Our support has checked it. Another person carries it out.";
    case "carried_out":
      return kind === "rescue"
        ? sentence`${successorName} is an admin and an Account Owner now.`
        : sentence`${userName} is no Account Owner any more.`;
    case "refused":
      return "Our support refused it. Nothing was changed.";
    case "withdrawn":
      return "It was withdrawn. Nothing was changed.";
    case "expired":
      return "It was open for 30 days and has expired. Nothing was changed.";
  }
}

/** What keeps an open case from going on that people of the account can do something about, or null. */
export function caseObstacleText(request: CaseFacts, supportEmail: string): string | null {
  const { obstacle, lapse, requestedByName, userName: name, successorName: successor } = request;
  if (obstacle === "requester_gone") {
    const what = lapse === "requester_inactive" ? "was made inactive" : "is no admin any more";
    return sentence`${requestedByName}, who asked for this, ${what}. Another admin can take it over; our support then checks it anew.`;
  }
  if (obstacle === "not_confirmed") {
    return "It waits for the confirmation by the address that bills go to.";
  }
  // The rest is between the card holder and support.
  if (obstacle === null || obstacle === "not_called_back" || obstacle === "card_differs") {
    return null;
  }
  return whyNotSentence(obstacleRefusals[obstacle], {
    name: name ?? undefined,
    successor: successor ?? undefined,
    supportEmail,
  });
}
