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
  "user.password_chosen": ({ userName }) => sentence`${userName} chose a password.`,
  "user.signed_in": ({ userName, data }) =>
    sentence`${userName} signed in with ${data.device}${codeText(data)}.`,
  "user.signed_out": ({ userName }) => sentence`${userName} signed out.`,
  "user.second_step_on": ({ userName, data }) =>
    data.isAnotherApp
      ? sentence`${userName} moved two-step sign-in to another app.`
      : sentence`${userName} turned on two-step sign-in.`,
  "user.second_step_off": ({ userName }) => sentence`${userName} turned off two-step sign-in.`,
  "user.second_step_reset": ({ actorName, userName, data }) =>
    sentence`${actorName} reset ${userName}'s two-step sign-in: ${plural(data.sessionsEnded, "sign-in")} ended. Reason: ${data.reason}`,
  "user.recovery_codes_made": ({ userName }) => sentence`${userName} made new recovery codes.`,
  "account.second_step_required": ({ actorName, data }) =>
    sentence`${actorName} required two-step sign-in of all admins` +
    `${data.adminsWithout > 0 ? `, of whom ${numberText(data.adminsWithout)} had to set it up` : ""}.`,
  "account.second_step_not_required": ({ actorName }) =>
    sentence`${actorName} stopped requiring two-step sign-in of admins.`,
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

function codeText({ code, recoveryCodesLeft = 0 }: AuditEvent<"user.signed_in">["data"]): string {
  if (code === "recovery") return ` and a recovery code, ${numberText(recoveryCodesLeft)} left`;
  return code === "app" ? " and a code" : "";
}

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
