import { type DateStyle, dateTimeText } from "#lib/dates";
import { sentence } from "#lib/sentence";
import type { CasePerson } from "#lib/support/case-people";
import type { Case } from "#lib/support/get-case";

export type Evidence = { label: string; isThere: boolean; text: string };

/** What a case rests on: an admin's own request, or what the card holder said, confirmed and was asked. */
export function evidenceOf(
  request: Case,
  requester: CasePerson | null,
  dates: DateStyle,
): Evidence[] {
  const when = (at: Date) => dateTimeText(at, dates);
  const { capacity, confirmAskedAt } = request;
  const ofCardHolder = [cardOf(request), confirmationOf(request, when), callOf(request, when)];
  if (capacity === "card_holder") {
    return confirmAskedAt || request.statedHolder ? ofCardHolder : ofCardHolder.slice(0, 1);
  }
  return [
    {
      label: "An admin’s signed-in request",
      isThere: requester?.status === "active" && requester.role === "admin",
      text: sentence`${request.requestedByName} asked in the account on ${when(request.createdAt)}, signed in, and ${standing(requester)}.`,
    },
  ];
}

function standing(requester: CasePerson | null): string {
  if (requester?.status === "inactive") return "is inactive by now";
  if (requester?.role === "user") return "is no admin any more";
  return "is an active admin still";
}

function cardOf({ cardMatches, statedHolder, statedLast4 }: Case): Evidence {
  const said = sentence`They said “${statedHolder}” and ${statedLast4}`;
  return {
    label: "Name and last four digits of the card",
    isThere: cardMatches,
    text: cardMatches
      ? `${said}, as it is on file.`
      : `${said}, which is not what is on file any more.`,
  };
}

function confirmationOf(request: Case, when: (at: Date) => string): Evidence {
  const { confirmAskedAt, confirmSentTo, confirmedAt, billingEmail } = request;
  const label = "Confirmation from the billing address";
  if (!confirmAskedAt) {
    return { label, isThere: false, text: "Not asked for since the case was opened or reopened." };
  }
  const sent = sentence`A link was sent to ${confirmSentTo} on ${when(confirmAskedAt)}`;
  if (confirmSentTo !== billingEmail) {
    return { label, isThere: false, text: `${sent}, and bills go to another address now.` };
  }
  return confirmedAt
    ? { label, isThere: true, text: `${sent}, and opened and confirmed on ${when(confirmedAt)}.` }
    : { label, isThere: false, text: `${sent}. Nobody has confirmed with it yet.` };
}

function callOf(request: Case, when: (at: Date) => string): Evidence {
  const { callbackNumber, calledBackAt, calledBackByName } = request;
  const label = "A call back";
  return calledBackAt
    ? {
        label,
        isThere: true,
        text: sentence`${calledBackByName} called ${callbackNumber} on ${when(calledBackAt)}.`,
      }
    : { label, isThere: false, text: sentence`Nobody has called ${callbackNumber} yet.` };
}
