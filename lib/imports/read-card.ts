import ICAL from "ical.js";
import type { ImportField } from "#lib/imports/fields";
import { checkedContact, inOneLine, type ReadContact } from "#lib/imports/read-contact";
import { upgradeCard } from "#lib/imports/upgrade-card";

/** One vCard (2.1, 3 or 4) as a contact, or why it is none. */
export function readCard(card: string): ReadContact {
  const properties = parseCard(card);
  if (!properties) return { reason: "It cannot be read as a vCard." };
  const all = (name: string) => properties.filter((property) => property.name === name);
  const first = (name: string) => text(all(name)[0]?.value);
  const [lastName = "", firstName = "", middle = ""] = parts(all("n")[0]?.value);
  const address = parts(preferred(all("adr"))?.value);
  const numbers = all("tel").filter(
    ({ types }) => !types.includes("fax") && !types.includes("pager"),
  );
  const mobile = numbers.find(({ types }) => types.includes("cell"));
  const phone = preferred(numbers.filter((number) => number !== mobile));
  const values: Record<ImportField, string> = {
    firstName: [firstName, middle].filter(Boolean).join(" "),
    lastName,
    fullName: first("fn"),
    company: parts(all("org")[0]?.value)[0] ?? "",
    jobTitle: first("title") || first("role"),
    email: text(preferred(all("email"))?.value).replace(/^mailto:/i, ""),
    phone: text(phone?.value).replace(/^tel:/i, ""),
    mobile: text(mobile?.value).replace(/^tel:/i, ""),
    street: inOneLine([address[2], address[1]].filter(Boolean).join("\n")),
    city: address[3] ?? "",
    state: address[4] ?? "",
    postalCode: address[5] ?? "",
    country: address[6] ?? "",
    website: first("url").replaceAll("\\:", ":"),
    notes: first("note"),
  };
  // A company's card has the company's name as its full name, too.
  if (values.company && values.fullName === values.company) values.fullName = "";
  for (const [name, value] of Object.entries(values)) {
    values[name as ImportField] = (name === "notes" ? value : value.replace(/\s+/g, " ")).trim();
  }
  return checkedContact(values);
}

type Property = { name: string; types: string[]; value: unknown };

function parseCard(card: string): Property[] | null {
  try {
    const parsed: unknown = ICAL.parse(upgradeCard(card));
    if (!Array.isArray(parsed) || !Array.isArray(parsed[1])) return null;
    return parsed[1].filter(Array.isArray).map(([name, parameters, , value]) => ({
      name: String(name),
      types: typesOf(parameters),
      value,
    }));
  } catch {
    return null;
  }
}

function typesOf(parameters: unknown): string[] {
  const { type = [], pref } = Object(parameters) as { type?: unknown; pref?: unknown };
  const types = [type].flat().flatMap((each) => String(each).toLowerCase().split(","));
  return pref === undefined ? types : [...types, "pref"];
}

function preferred(properties: Property[]): Property | undefined {
  return properties.find(({ types }) => types.includes("pref")) ?? properties[0];
}

function text(value: unknown): string {
  return Array.isArray(value) ? value.map(text).filter(Boolean).join(" ") : String(value ?? "");
}

function parts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(text) : value === undefined ? [] : [text(value)];
}
