import type { AuditEvent, EventData, EventKind } from "#lib/audit/events";
import { listText, numberText, plural } from "#lib/plurals";
import { sentence } from "#lib/sentence";

type TransferKind = Extract<
  EventKind,
  "contacts.reassigned" | `transfer.${string}` | `book.${string}`
>;

/** How contacts changed hands, and what became of it. */
export const transferSentences: { [K in TransferKind]: (event: AuditEvent<K>) => string } = {
  "contacts.reassigned": ({ actorName, userName, data }) =>
    sentence`${actorName} ${data.isPlanned ? "asked to reassign" : "reassigned"} ${plural(data.contacts, "contact")}` +
    `${giversText(userName, data)} to ${receiversText(data)}.`,
  "transfer.cancelled": ({ actorName, data }) =>
    sentence`${actorName} cancelled the reassignment${ofText(data)} that was being prepared.`,
  "transfer.stopped": ({ data }) =>
    `The reassignment${ofText(data)} that was being prepared was stopped. ${data.why}`,
  "transfer.undone": ({ actorName, data }) =>
    sentence`${actorName} undid the reassignment of ${data.fromName ? sentence`${data.fromName}'s contacts` : "several users' contacts"}: ${plural(data.returned, "contact")} went back` +
    `${data.stayed > 0 ? `, ${numberText(data.stayed)} handed on since stayed` : ""}` +
    `${data.carvedOut > 0 ? `, ${numberText(data.carvedOut)} split off since stayed` : ""}.`,
  "book.named": ({ actorName, userName, data }) =>
    data.name
      ? sentence`${actorName} named ${bookText(userName, data)} “${data.name}”` +
        `${data.before ? sentence`, in place of “${data.before}”` : ""}.`
      : sentence`${actorName} took away the name “${data.before}” of ${bookText(userName, data)}.`,
};

function ofText({ fromName }: { fromName?: string }): string {
  return fromName ? sentence` of ${fromName}'s contacts` : "";
}

/** "Ben Baker's contacts taken over from Cleo Cole" */
function bookText(userName: string | null, { book, from }: EventData["book.named"]): string {
  if (book === "own") return sentence`${userName}'s own contacts`;
  return sentence`${userName}'s contacts taken over` + (from ? sentence` from ${from}` : "");
}

function giversText(userName: string | null, { givers }: EventData["contacts.reassigned"]): string {
  if (userName) return sentence` of ${userName}`;
  return givers > 1 ? ` of ${plural(givers, "user")}` : "";
}

/** "Ana", "Ana (6) and Ben (6)" */
function receiversText({ receivers }: EventData["contacts.reassigned"]): string {
  const [only] = receivers;
  if (only && receivers.length === 1) return sentence`${only.name}`;
  return listText(
    receivers.map(({ name, contacts }) =>
      contacts === null ? sentence`${name}` : sentence`${name} (${numberText(contacts)})`,
    ),
  );
}
