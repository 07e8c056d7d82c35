import {
  contactFieldNames,
  type GivenContact,
  type ImportField,
  importFieldNames,
  importFields,
  type Mapping,
} from "#lib/imports/fields";
import { foldHeader } from "#lib/imports/header-names";
import { numberText } from "#lib/plurals";

export type ReadContact = { contact: GivenContact } | { reason: string };

/** Reads one row: the contact that it is, or why it is none. */
export function contactReader(
  header: string[],
  mapping: Mapping,
): (cells: string[]) => ReadContact {
  const places = importFieldNames.map((field) => ({
    field,
    columns: mapping.flatMap((mapped, column) => (mapped === field ? [column] : [])),
  }));
  const kinds = header.map((_, column) => columnOfKind(header, column));
  return (cells) => {
    const extra = cells.slice(header.length).findIndex((cell) => cell.trim() !== "");
    if (extra >= 0) {
      return {
        reason: `It has ${header.length + extra + 1} cells, and the file ${header.length} columns.`,
      };
    }
    const values: Partial<Record<ImportField, string>> = {};
    for (const { field, columns } of places) {
      for (const column of columns) {
        const value = cells[column];
        if (!value) continue;
        const kind = kinds[column];
        const target =
          field === "phone" && kind != null && isMobile(cells[kind]) ? "mobile" : field;
        // Of two columns for one field the first that is filled counts.
        if (!values[target]) values[target] = cleaned(target, value);
      }
    }
    return checkedContact(values);
  };
}

/** A contact whose values keep the rules of the form for one, or why not. */
export function checkedContact(values: Partial<Record<ImportField, string>>): ReadContact {
  const { fullName = "", ...others } = values;
  const names = others.firstName || others.lastName ? {} : splitName(fullName);
  const contact = { ...empty, ...others, ...names };
  const whole = contactFieldNames.map((field) => contact[field]).join("\n");
  const kept = whole.replaceAll("\t", " ");
  if (unkeepable.test(kept)) return { reason: unkeepableReason(contact) };
  for (const field of contactFieldNames) {
    const { label, longest } = importFields[field];
    if (contact[field].length > longest) {
      return { reason: `${label} has more than ${numberText(longest)} characters.` };
    }
  }
  if (contact.email && !emailShape.test(contact.email)) {
    return { reason: `“${contact.email}” does not look like an e-mail address.` };
  }
  const { firstName, lastName, company, email, phone } = contact;
  if (!visible.test(firstName + lastName + company + email + phone)) {
    return { reason: "It has no name, company, e-mail or phone." };
  }
  return { contact };
}

const empty = Object.fromEntries(contactFieldNames.map((name) => [name, ""])) as GivenContact;
const visible = /[^\s\p{Z}\p{M}\p{DI}]/u;
const emailShape = /^[^@\s\p{DI}<>,;]+@([^@\s\p{DI}<>,;.]+\.)+[^@\s\p{DI}<>,;.]+$/u;
// Control characters but the line break, halves of a pair, and what turns the direction of a text.
const unkeepable = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069\uFFFD]|\p{Cs}/u;

function unkeepableReason(contact: GivenContact): string {
  const field = contactFieldNames.find((name) => unkeepable.test(contact[name])) ?? "notes";
  return `${importFields[field].label} has characters that cannot be kept.`;
}

function cleaned(field: ImportField, text: string): string {
  // What an export puts before a cell that begins like a formula, for spreadsheets, comes off again.
  const bare = /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
  if (field === "notes") return bare.replaceAll("\t", " ").trim();
  if (field === "street") return inOneLine(bare);
  const value = /\s\s|[\n\t]/.test(bare) ? bare.replace(/\s+/g, " ") : bare;
  // Google writes several values into one cell.
  const first = value.includes(" ::: ") ? (value.split(" ::: ", 1)[0] ?? "") : value;
  if (field !== "email") return first.trim();
  return first
    .replace(/^\s*mailto:/i, "")
    .trim()
    .normalize("NFC");
}

/** "1 High Street, Flat 2": the lines of an address, in a time that grows with its length alone. */
export function inOneLine(address: string): string {
  const lines = address.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  return lines.filter(Boolean).join(", ");
}

/** "Ada Lovelace" and "Lovelace, Ada" are the same person. */
function splitName(fullName: string): { firstName: string; lastName: string } {
  const comma = fullName.indexOf(",");
  if (comma > 0) {
    return {
      firstName: fullName.slice(comma + 1).trim(),
      lastName: fullName.slice(0, comma).trim(),
    };
  }
  const blank = fullName.lastIndexOf(" ");
  if (blank < 0) return { firstName: fullName, lastName: "" };
  return { firstName: fullName.slice(0, blank), lastName: fullName.slice(blank + 1) };
}

/** Google says in a column of its own what kind of number the next one holds. */
function columnOfKind(header: string[], column: number): number | null {
  const [, base] = /^(phone\d+)value$/.exec(foldHeader(header[column] ?? "")) ?? [];
  if (!base) return null;
  const found = header.findIndex((name) =>
    [`${base}type`, `${base}label`].includes(foldHeader(name)),
  );
  return found < 0 ? null : found;
}

function isMobile(kind = ""): boolean {
  return /mobil|cell|handy|móvil|portable/i.test(kind);
}
