import type { AuditEvent, EventKind } from "#lib/audit/events";
import { listText, numberText, plural } from "#lib/plurals";
import { sentence } from "#lib/sentence";

/** One audit event as a sentence; it names people as they were called then. */
export function eventSentence<K extends EventKind>(event: AuditEvent<K>): string {
  // The map's type pairs each kind with its own data; a kind from a newer version reads as its name.
  const found = sentences[event.kind] as ((event: AuditEvent<K>) => string) | undefined;
  return found ? found(event) : sentence`${event.actorName}: ${event.kind}`;
}

type Sentences = { [K in EventKind]: (event: AuditEvent<K>) => string };

const sentences: Sentences = {
  "account.opened": ({ data }) =>
    sentence`The account ${data.accountName} was opened with ${plural(data.seatsTotal, "user spot")}.`,
  "user.added": ({ actorName, userName, data }) =>
    sentence`${actorName} added ${userName} (${data.email}) as ${roleText(data)}.` +
    (data.takenFrom
      ? sentence` The address was ${data.takenFrom}'s, who keeps it as a former address.`
      : ""),
  "user.inactivated": ({ actorName, userName, data }) =>
    sentence`${actorName} made ${userName} inactive: ${plural(data.sessionsEnded, "sign-in")} ended, ` +
    `${data.linksEnded > 0 ? `${plural(data.linksEnded, "password link")} ended, ` : ""}` +
    `${contactsText(data)}.${data.reason ? sentence` Reason: ${data.reason}` : ""}`,
  "user.reactivated": ({ actorName, userName, data }) =>
    sentence`${actorName} made ${userName} active again${data.isNewEmail ? ` with the new address ${data.email}` : ""}: ${numberText(data.seatsUsed)} of ${plural(data.seatsTotal, "user spot")} used.`,
  "user.link_created": ({ actorName, userName }) =>
    sentence`${actorName} made a new password link for ${userName}.`,
  "user.password_chosen": ({ userName, data: { sessionsEnded } }) =>
    sessionsEnded === undefined
      ? sentence`${userName} chose a password.`
      : sentence`${userName} chose a new password in place of a forgotten one: ${plural(sessionsEnded, "sign-in")} ended.`,
  "user.password_forgotten": ({ userName, data }) =>
    sentence`A new password was asked for ${userName}, with ${data.device} from ${data.address}.`,
  "user.password_changed": ({ userName, data }) =>
    sentence`${userName} changed their password with ${data.device}: ${plural(data.sessionsEnded, "other sign-in")} ended.`,
  "user.session_ended": ({ userName, data }) =>
    data.device
      ? sentence`${userName} ended a sign-in with ${data.device}.`
      : sentence`${userName} ended ${plural(data.count, "other sign-in")}.`,
  "user.signed_in": ({ userName, data }) => sentence`${userName} signed in with ${data.device}.`,
  "user.signed_out": ({ userName }) => sentence`${userName} signed out.`,
  "mail.refused": ({ userName, data }) =>
    sentence`A mail to ${userName} could not be delivered: ${data.address} was refused by its mail server.`,
  "transfer.undone": ({ actorName, data }) =>
    sentence`${actorName} undid the reassignment of ${data.fromName}'s contacts: ${plural(data.returned, "contact")} went back` +
    `${data.stayed > 0 ? `, ${numberText(data.stayed)} handed on since stayed` : ""}` +
    `${data.carvedOut > 0 ? `, ${numberText(data.carvedOut)} split off since stayed` : ""}.`,
  "history.added": ({ actorName, data }) =>
    sentence`${actorName} added ${entryText[data.entryKind] ?? "an entry"} to the History of ${data.contactName}.`,
};

const entryText: Record<string, string> = {
  note: "a note",
  call: "a call",
  email: "an e-mail",
  meeting: "a meeting",
};

function roleText({ role, isOwner }: AuditEvent<"user.added">["data"]): string {
  if (isOwner) return "an Account Owner";
  return role === "admin" ? "an admin" : "a user";
}

function contactsText(data: AuditEvent<"user.inactivated">["data"]): string {
  if (data.contacts === 0) return "no contacts to hand over";
  const contacts = plural(data.contacts, "contact");
  const [only] = data.successors;
  if (!only) return `${contacts} left with them`;
  if (data.successors.length === 1) return sentence`${contacts} given to ${only.name}`;
  const shares = data.successors.map(
    ({ name, contacts }) => sentence`${name} (${numberText(contacts)})`,
  );
  return `${contacts} split among ${listText(shares)}`;
}
