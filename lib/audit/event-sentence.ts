import { contactSentences } from "#lib/audit/contact-sentences";
import type { AuditEvent, EditedField, EventData, EventKind } from "#lib/audit/events";
import { spotSentences } from "#lib/audit/spot-sentences";
import { supportSentences } from "#lib/audit/support-sentences";
import { transferSentences } from "#lib/audit/transfer-sentences";
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
    (data.scheduledOn
      ? sentence`${userName} was made inactive, as ${actorName} scheduled on ${data.scheduledOn}`
      : sentence`${actorName} made ${userName} inactive`) +
    `: ${inactivationText(data)}.${data.reason ? sentence` Reason: ${data.reason}` : ""}`,
  "user.inactivation_scheduled": ({ actorName, userName, data }) =>
    sentence`${actorName} scheduled ${userName} to become inactive on ${data.time}` +
    `${data.replaced ? `, in place of ${data.replaced}` : ""}: ${successorsText(data)}.` +
    `${data.reason ? sentence` Reason: ${data.reason}` : ""}`,
  "user.inactivation_cancelled": ({ actorName, userName, data }) =>
    sentence`${actorName} cancelled that ${userName} becomes inactive on ${data.time}` +
    `${data.scheduledBy === actorName ? "" : sentence`, which ${data.scheduledBy} had scheduled`}.`,
  "user.inactivation_refused": ({ userName, data }) =>
    sentence`${userName} was not made inactive on ${data.time}, as ${data.scheduledBy} had scheduled. ${data.why}`,
  "user.reactivated": ({ actorName, userName, data }) =>
    sentence`${actorName} made ${userName} active again${data.isNewEmail ? ` with the new address ${data.email}` : ""}: ${numberText(data.seatsUsed)} of ${plural(data.seatsTotal, "user spot")} used.`,
  "user.edited": ({ actorName, userName, data }) =>
    sentence`${actorName} edited ${userName}: ${listText(editedTexts(data))}.` +
    (data.samePerson ? sentence` Confirmed as the same person: ${data.samePerson}` : ""),
  "user.email_confirmed": ({ userName, data }) =>
    sentence`${userName} confirmed the new address ${data.newEmail}${data.waitsForAgreement ? ", which waits for an agreement" : ""}.`,
  "user.email_agreed": ({ actorName, userName, data }) =>
    sentence`${actorName} agreed to ${data.newEmail} as ${userName}'s new address.`,
  "user.email_changed": ({ userName, data }) =>
    sentence`The e-mail of ${userName} changed from ${data.from} to ${data.to}.`,
  "user.email_change_ended": ({ actorName, userName, data }) =>
    sentence`${actorName} ended the change of ${userName}'s e-mail to ${data.newEmail}.`,
  "owner.made": ({ actorName, userName }) =>
    sentence`${actorName} made ${userName} an Account Owner.`,
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
    sentence`A mail to ${userName ?? "the card holder"} could not be delivered: ${data.address} was refused by its mail server.`,
  "audit.exported": ({ actorName, data }) =>
    sentence`${actorName} exported the account log as ${formatText[data.format]}: ` +
    `${exportedText(data)}.`,
  ...contactSentences,
  ...transferSentences,
  ...spotSentences,
  ...supportSentences,
  "history.added": ({ actorName, data }) =>
    sentence`${actorName} added ${entryText[data.entryKind] ?? "an entry"} to the History of ${data.contactName}.`,
};

const entryText: Record<string, string> = {
  note: "a note",
  call: "a call",
  email: "an e-mail",
  meeting: "a meeting",
};

function editedTexts({ changes, newEmail }: AuditEvent<"user.edited">["data"]): string[] {
  const texts = Object.entries(changes).map(
    ([field, { from, to }]) =>
      sentence`${fieldText[field as EditedField]} from ${from || "none"} to ${to || "none"}`,
  );
  return newEmail ? [...texts, sentence`e-mail to ${newEmail}, once it is confirmed`] : texts;
}

const fieldText: Record<EditedField, string> = {
  name: "name",
  email: "e-mail",
  role: "role",
  defaultSuccessor: "default successor",
};

const formatText = { csv: "CSV", jsonl: "JSON Lines" };

function exportedText({ person, kind, from, to }: EventData["audit.exported"]): string {
  const parts = [
    ...(person ? [sentence`by or about ${person}`] : []),
    ...(kind ? [`“${kind}”`] : []),
    ...(from ? [`from ${from}`] : []),
    ...(to ? [`to ${to}`] : []),
  ];
  return parts.length > 0 ? `events ${parts.join(", ")}` : "all events";
}

function codeText({ code, recoveryCodesLeft = 0 }: AuditEvent<"user.signed_in">["data"]): string {
  if (code === "recovery") return ` and a recovery code, ${numberText(recoveryCodesLeft)} left`;
  return code === "app" ? " and a code" : "";
}

function roleText({ role, isOwner }: AuditEvent<"user.added">["data"]): string {
  if (isOwner) return "an Account Owner";
  return role === "admin" ? "an admin" : "a user";
}

function successorsText({ successors }: AuditEvent<"user.inactivation_scheduled">["data"]): string {
  const names = successors.map(({ name }) => sentence`${name}`);
  if (names.length === 0) return "contacts stay with them";
  return names.length === 1 ? `contacts to ${names[0]}` : `contacts split among ${listText(names)}`;
}

/** "2 sign-ins ended, 12 contacts given to Ana" */
export function inactivationText(data: AuditEvent<"user.inactivated">["data"]): string {
  const links = data.linksEnded > 0 ? `${plural(data.linksEnded, "password link")} ended, ` : "";
  return `${plural(data.sessionsEnded, "sign-in")} ended, ${links}${contactsText(data)}`;
}

function contactsText(data: AuditEvent<"user.inactivated">["data"]): string {
  if (data.contacts === 0) return "no contacts to hand over";
  const contacts = plural(data.contacts, "contact");
  const [only] = data.successors;
  if (!only) return `${contacts} stayed with them`;
  if (data.isPlanned) {
    const names = data.successors.map(({ name }) => sentence`${name}`);
    return `${contacts} being split among ${listText(names)}`;
  }
  if (data.successors.length === 1) return sentence`${contacts} given to ${only.name}`;
  const shares = data.successors.map(
    ({ name, contacts }) => sentence`${name} (${numberText(contacts)})`,
  );
  return `${contacts} split among ${listText(shares)}`;
}
