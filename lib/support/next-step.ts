import { type DateStyle, dateTimeText } from "#lib/dates";
import type { Obstacle } from "#lib/owner-requests/case-state";
import { sentence } from "#lib/sentence";
import type { Case } from "#lib/support/get-case";
import { RESCUE_ALONE } from "#lib/support/rules";

type Facts = Pick<
  Case,
  | "kind"
  | "state"
  | "obstacle"
  | "lapse"
  | "capacity"
  | "requestedByName"
  | "waitsUntil"
  | "agreedAt"
  | "verifiedByName"
  | "openedByName"
  | "objectedByName"
  | "endedAt"
  | "endedByName"
  | "begunAt"
  | "activeLeads"
>;

/** What is next in a case, and for whom, in one sentence. */
export function nextText(request: Facts, dates: DateStyle): string {
  const { kind, state, obstacle, verifiedByName, objectedByName } = request;
  if (request.endedAt) return endedText(request, dates);
  if (state === "expired")
    return "Its 30 days are over: it is being ended, and nothing is changed.";
  if (state === "objected") {
    return sentence`${objectedByName} objected: a lead decides whether it goes on, or anybody of support refuses it.`;
  }
  if (obstacle) return onceText[obstacle];
  if (kind === "rescue") {
    return state === "waiting"
      ? `It waits until ${dateTimeText(request.waitsUntil, dates)}, then another lead carries it out.`
      : rescueText(request, dates);
  }
  if (state === "unverified") return "An agent looks at the evidence and verifies it.";
  const who = sentence`somebody technical, who is not ${verifiedByName},`;
  return state === "waiting"
    ? `Verified. It waits until ${dateTimeText(request.waitsUntil, dates)} so that an Account Owner can object, then ${who} carries it out.`
    : `Ready: ${who} carries it out now.`;
}

function rescueText({ openedByName, activeLeads, begunAt }: Facts, dates: DateStyle): string {
  if (activeLeads > 1) return sentence`Another lead than ${openedByName} carries it out.`;
  const from = dateTimeText(new Date(begunAt.getTime() + RESCUE_ALONE), dates);
  return sentence`Another lead than ${openedByName} carries it out. There is one lead only: alone, they can from ${from}.`;
}

/** What has to come first, and from whom; why stands below it. */
const onceText: Record<Obstacle, string> = {
  admin_there: "It cannot go on: any role of support refuses it.",
  owner_there: "It cannot go on: any role of support refuses it.",
  not_owner: "It cannot go on: any role of support refuses it.",
  requester_gone: "Another admin takes it over in the account, or an agent asks the card holder.",
  card_holder_asks: "An agent asks the card holder to confirm.",
  card_differs: "An agent asks the card holder anew, or refuses the case.",
  not_confirmed: "The card holder confirms with the link that was sent to them.",
  not_called_back: "An agent calls the card holder back, and notes it.",
  successor_missing: "An agent names who becomes Account Owner.",
  successor_unfit: "An agent names another successor.",
};

function endedText({ state, endedAt, endedByName }: Facts, dates: DateStyle): string {
  const ended = { carried_out: "Carried out", refused: "Refused", withdrawn: "Withdrawn" };
  const how = state in ended ? ended[state as keyof typeof ended] : "Expired";
  const when = endedAt ? ` on ${dateTimeText(endedAt, dates)}` : "";
  const by = endedByName ? sentence` by ${endedByName}` : "";
  return `${how}${when}${by}. Nothing was changed, and nothing is left to do.`;
}

/** Why a case that was verified has to be verified anew. */
export function lapseText({ lapse, requestedByName: name }: Facts): string {
  const ofRequester = "What was verified counts no more. It is verified anew then.";
  switch (lapse) {
    case "requester_inactive":
      return sentence`${name}, who asked, was made inactive. ${ofRequester}`;
    case "requester_no_admin":
      return sentence`${name}, who asked, is no admin any more. ${ofRequester}`;
    case "card_changed":
      return "The card on file or the billing address has changed. What was confirmed and verified counts no more.";
    case null:
      return "";
  }
}
