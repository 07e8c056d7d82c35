import ICAL from "ical.js";
import { contactFieldNames } from "#lib/contacts/contact-fields";
import type { ExportedContact } from "#lib/exports/contact-formats";

// The blank before a folded line counts among its 75 octets.
ICAL.foldLength = 74;

type Property = [name: string, parameters: object, type: string, value: string | string[]];

/**
 * Contacts for address books: vCard 3.0 (RFC 2426) in UTF-8, which phones, Outlook, Google and Apple
 * read alike. Lines are folded at 75 octets.
 */
export const contactVcard = {
  contentType: "text/vcard; charset=utf-8",
  ending: "vcf",
  head: "",
  lines: (some: ExportedContact[]) => some.map(card).join(""),
};

function card(found: ExportedContact): string {
  const contact = inLines(found);
  const { street, city, state, postalCode, country } = contact;
  const address = ["", "", street, city, state, postalCode, country];
  const properties: Property[] = [
    ["version", {}, "text", "3.0"],
    ["uid", {}, "text", `urn:uuid:${contact.id}`],
    // Both must be there; a company without a person is what it is called.
    ["n", {}, "text", [contact.lastName, contact.firstName, "", "", ""]],
    ["fn", {}, "text", contact.name],
    ...one("org", {}, "text", contact.company),
    ...one("title", {}, "text", contact.jobTitle),
    ...one("email", { type: "internet" }, "text", contact.email),
    ...one("tel", { type: ["work", "voice"] }, "phone-number", contact.phone),
    ...one("tel", { type: ["cell", "voice"] }, "phone-number", contact.mobile),
    ...(address.some(Boolean) ? [["adr", { type: "work" }, "text", address] as Property] : []),
    ...one("url", {}, "uri", contact.website),
    ...one("note", {}, "text", contact.notes),
  ];
  const written = ICAL.stringify.component(["vcard", properties, []], ICAL.design.vcard3);
  return `${written}\r\n`;
}

/** Numbers and addresses of the web are not escaped, nor is a lone CR: none may end its line. */
function inLines(found: ExportedContact): ExportedContact {
  const contact = { ...found, notes: found.notes.replaceAll(/\r\n?/g, "\n") };
  for (const field of [...contactFieldNames, "name"] as const) {
    if (field !== "notes") contact[field] = found[field].replaceAll(/\s+/g, " ");
  }
  return contact;
}

function one(name: string, parameters: object, type: string, value: string): Property[] {
  if (value === "") return [];
  return [[name, parameters, type, name === "org" ? [value] : value]];
}
