import { stringify } from "csv-stringify/sync";
import { contactFieldNames, contactFields } from "#lib/contacts/contact-fields";
import type { ExportedContact } from "#lib/exports/contact-formats";

/**
 * Contacts for a spreadsheet or another account, by RFC 4180, with the mark by which Excel knows
 * UTF-8. The columns are called as the fields are on screen, which our import knows.
 */
export const contactCsv = {
  contentType: "text/csv; charset=utf-8; header=present",
  ending: "csv",
  head: `\uFEFF${text([[...contactFieldNames.map((field) => contactFields[field]), "Assignee"]])}`,
  lines: (some: ExportedContact[]) =>
    text(
      some.map((contact) => [
        ...contactFieldNames.map((field) => contact[field]),
        contact.assignee,
      ]),
    ),
};

function text(rows: string[][]): string {
  // A cell that begins like a formula gets an apostrophe in front, as spreadsheets themselves do it;
  // a phone number, too, or "+1-555-0100" is shown as -654. Our import leaves it out again.
  return stringify(rows, { escape_formulas: true, record_delimiter: "windows" });
}
