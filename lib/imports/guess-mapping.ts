import type { ImportField, Mapping } from "#lib/imports/fields";
import { fieldOfHeader } from "#lib/imports/header-names";

/** What each column fills: by its name, and where that says nothing by what stands in it. */
export function guessMapping(header: string[], rows: string[][]): Mapping {
  const named = header.map(fieldOfHeader);
  return named.map((field, column) => {
    if (field) return field;
    const byValue = fieldOfValues(rows.map((row) => row[column] ?? ""));
    // A second e-mail or website of unknown meaning is left to who looks at it.
    return byValue && !named.includes(byValue) ? byValue : null;
  });
}

/** A header that holds somebody's address or number, and names no field, is a row of data. */
export function looksLikeData(header: string[]): boolean {
  return !header.some(fieldOfHeader) && header.some((cell) => kindOf(cell) !== null);
}

function fieldOfValues(cells: string[]): ImportField | null {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  const kinds = filled.map(kindOf);
  const kind = kinds.find((each) => each !== null) ?? null;
  const alike = kinds.filter((each) => each === kind).length;
  return kind && alike >= filled.length * 0.7 ? kind : null;
}

function kindOf(text: string): "email" | "website" | "phone" | null {
  const cell = text.trim();
  if (/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(cell)) return "email";
  if (/^(https?:\/\/|www\.)\S+$/i.test(cell)) return "website";
  const isNumber = /^[+(]?[\d\s()./-]+$/.test(cell) && cell.replace(/\D/g, "").length >= 9;
  // A date is written with the same signs.
  return isNumber && !/^\d{4}-\d\d-\d\d/.test(cell) ? "phone" : null;
}
