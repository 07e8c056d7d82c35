import ICAL from "ical.js";
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

function card(contact: ExportedContact): string {
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
    // An address of the web is not escaped, so it must not end the line.
    ...one("url", {}, "uri", contact.website.replaceAll(/\s+/g, " ")),
    ...one("note", {}, "text", contact.notes.replaceAll(/\r\n?/g, "\n")),
  ];
  const written = ICAL.stringify.component(["vcard", properties, []], ICAL.design.vcard3);
  return `${written}\r\n`;
}

function one(name: string, parameters: object, type: string, value: string): Property[] {
  if (value === "") return [];
  return [[name, parameters, type, name === "org" ? [value] : value]];
}
