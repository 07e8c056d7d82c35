import type { AuditEvent, EventData, EventKind } from "#lib/audit/events";
import { listText, numberText, plural } from "#lib/plurals";
import { sentence } from "#lib/sentence";

type ContactKind = Exclude<
  Extract<EventKind, `contact.${string}` | `contacts.${string}`>,
  "contacts.reassigned"
>;

/** What was done with contacts themselves. */
export const contactSentences: { [K in ContactKind]: (event: AuditEvent<K>) => string } = {
  "contact.added": ({ actorName, userName, data }) =>
    sentence`${actorName} added the contact ${data.contactName}` +
    `${userName ? sentence` for ${userName}` : ""}.`,
  "contact.edited": ({ actorName, data }) =>
    sentence`${actorName} edited the contact ${data.contactName}: ${listText(changeTexts(data))}.`,
  "contact.merged": ({ actorName, data }) =>
    sentence`${actorName} merged the contact ${data.mergedName} into ${data.contactName}.`,
  "contact.deleted": ({ actorName, data }) =>
    sentence`${actorName} deleted the contact ${data.contactName}.`,
  "contact.restored": ({ actorName, data }) =>
    sentence`${actorName} restored the contact ${data.contactName}` +
    `${data.mergedIntoName ? sentence`, which had been merged into ${data.mergedIntoName}` : ""}.`,
  "contacts.exported": ({ actorName, data }) =>
    sentence`${actorName} exported ${exportedText(data)} as ${data.format === "csv" ? "CSV" : "vCard"}: ` +
    `${selectionText(data)}.`,
  "contacts.import_started": ({ actorName, data }) =>
    sentence`${actorName} began to import contacts from “${data.fileName}”, for ${data.receiver.name}.`,
  "contacts.imported": ({ actorName, data }) =>
    `${importText(actorName, data)}: ${listText(importCounts(data))}.`,
};

function changeTexts({ changes }: EventData["contact.edited"]): string[] {
  return Object.entries(changes).map(([field, change]) =>
    change
      ? sentence`${field} from ${change.from || "none"} to ${change.to || "none"}`
      : sentence`${field}`,
  );
}

/** "12 contacts", "more than 100,000 contacts" */
export function exportedText({ count, hasMore }: { count: number; hasMore?: boolean }): string {
  return `${hasMore ? "more than " : ""}${plural(count, "contact")}`;
}

/** "all contacts", "those found by “zhang”, of Ben Baker" */
export function selectionText({
  search,
  assignee,
  book,
}: Pick<EventData["contacts.exported"], "search" | "assignee" | "book">): string {
  const parts = [
    ...(search ? [sentence`found by “${search}”`] : []),
    ...(assignee ? [sentence`of ${assignee}`] : []),
    ...(book ? [sentence`${book}`] : []),
  ];
  return parts.length > 0 ? `those ${parts.join(", ")}` : "all contacts";
}

function importText(actorName: string, data: EventData["contacts.imported"]): string {
  if (data.outcome === "done") {
    return sentence`${actorName}'s import of contacts from “${data.fileName}” was completed`;
  }
  return data.outcome === "cancelled"
    ? sentence`${actorName} cancelled the import of contacts from “${data.fileName}”`
    : sentence`${actorName}'s import of contacts from “${data.fileName}” stopped before its end`;
}

/** "1,200 contacts added", "3 rows wrong" */
function importCounts(data: EventData["contacts.imported"]): string[] {
  return [
    `${plural(data.added, "contact")} added`,
    ...(data.updated > 0 ? [`${numberText(data.updated)} brought up to date`] : []),
    ...(data.known > 0 ? [`${numberText(data.known)} here already`] : []),
    ...(data.wrong > 0 ? [`${numberText(data.wrong)} wrong and left out`] : []),
  ];
}
