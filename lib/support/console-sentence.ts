import { eventSentence } from "#lib/audit/event-sentence";
import type { AuditEvent, EventKind } from "#lib/audit/events";
import { listText, numberText } from "#lib/plurals";
import { sentence } from "#lib/sentence";
import { agentRoleNames } from "#lib/support/agent-role-names";
import type { ConsoleEventData, ConsoleEventKind } from "#lib/support/console-events";
import { MOST_FOUND, wayTexts } from "#lib/support/search-ways";

/** One line of the console's own log; names are as they were then. */
export type ConsoleEvent<K extends ConsoleEventKind = ConsoleEventKind> = {
  id: string;
  at: Date;
  kind: K;
  agentName: string;
  accountId: string | null;
  accountName: string | null;
  caseNumber: string | null;
  data: K extends keyof ConsoleEventData ? ConsoleEventData[K] : object;
};

type Sentences = { [K in keyof ConsoleEventData]: (event: ConsoleEvent<K>) => string };

/** The same as a sentence; of a case it is the one of the account's log, with which account. */
export function consoleSentence(event: ConsoleEvent): string {
  // The map's type pairs each kind with its own data; what it lacks is of a case, or of a newer version.
  const own = (sentences as Partial<Record<string, (event: ConsoleEvent) => string>>)[event.kind];
  return own ? own(event) : caseSentence(event);
}

const sentences: Sentences = {
  "accounts.searched": ({ agentName, data: { way, words, found } }) =>
    sentence`${agentName} searched for an account by ${wayTexts[way] ?? way}, “${words}”: ${foundText(found)}.`,
  "account.looked": ({ agentName, accountName, caseNumber, data }) =>
    caseNumber
      ? sentence`${agentName} looked into ${accountName} for case ${caseNumber}.`
      : sentence`${agentName} looked into ${accountName}. Reason: ${data.reason}`,
  "agent.added": ({ agentName, data }) =>
    sentence`${agentName} added ${data.name} (${data.email}) to support, with the role ${agentRoleNames[data.role]}.`,
  "agent.edited": ({ agentName, data }) =>
    sentence`${agentName} edited ${data.name}: ${listText(changeTexts(data))}.`,
  "agent.inactivated": ({ agentName, data }) =>
    sentence`${agentName} made ${data.name} of support inactive.`,
  "agent.reactivated": ({ agentName, data }) =>
    sentence`${agentName} made ${data.name} of support active again.`,
  "agent.access_reset": ({ agentName, data }) =>
    sentence`${agentName} reset ${data.name}'s password and second step, and made a new link.`,
  "agent.password_chosen": ({ agentName }) => sentence`${agentName} chose a password.`,
  "agent.second_step_on": ({ agentName }) => sentence`${agentName} set up their second step.`,
  "agent.signed_in": ({ agentName, data: { device, address } }) =>
    sentence`${agentName} signed in with ${device || "an unknown device"}` +
    `${address ? sentence` from ${address}` : ""}.`,
  "agent.signed_out": ({ agentName }) => sentence`${agentName} signed out.`,
  "case.noted": ({ agentName, caseNumber }) =>
    sentence`${agentName} added a note to case ${caseNumber}.`,
};

function foundText(found: number): string {
  if (found === 0) return "none found";
  return found > MOST_FOUND
    ? `more than ${numberText(MOST_FOUND)} found`
    : `${numberText(found)} found`;
}

function changeTexts({ changes }: ConsoleEventData["agent.edited"]): string[] {
  return Object.entries(changes).map(
    ([field, { from, to }]) =>
      sentence`${fieldTexts[field] ?? field} from ${valueText(field, from)} to ${valueText(field, to)}`,
  );
}

const fieldTexts: Record<string, string> = {
  firstName: "first name",
  lastName: "last name",
  role: "role",
};

function valueText(field: string, value: string): string {
  return (
    (field === "role" && agentRoleNames[value as keyof typeof agentRoleNames]) || value || "none"
  );
}

function caseSentence({ agentName, accountName, kind, data, ...event }: ConsoleEvent): string {
  const { userName = null } = data as { userName?: string | null };
  const told = eventSentence({
    id: event.id,
    at: event.at,
    kind: kind as EventKind,
    ...{ actorId: null, actorName: agentName, userId: null, userName, data },
  } as AuditEvent);
  return accountName ? told + sentence` Account: ${accountName}.` : told;
}
