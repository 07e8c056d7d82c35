import { Refusal } from "#lib/refusal";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
type Delimiter = "," | ";" | "\t";

/** What a file is, by its content: its name says nothing. */
export type FileShape =
  | { format: "vcard"; encoding: Encoding }
  | { format: "csv"; encoding: Encoding; delimiter: Delimiter; hasDelimiterLine: boolean };

/** Tells it from the first bytes; whether the whole is UTF-8 was looked at while it came in. */
export function sniff(head: Buffer, isUtf8: boolean): FileShape {
  const known = signatures.find(([start]) =>
    head.subarray(0, 8).toString("latin1").startsWith(start),
  );
  if (known) throw new Refusal("import_file_is_other", { what: known[1] });
  const encoding = encodingOf(head, isUtf8);
  const text = new TextDecoder(encoding).decode(head);
  if (text.trim() === "") throw new Refusal("import_file_empty");
  // A stray control character is a row's fault; many are no text.
  const controls = text.match(/[^\P{Cc}\t\n\r\f\v]/gu)?.length ?? 0;
  if (text.slice(0, 512).includes("\0") || controls > text.length / 100) {
    throw new Refusal("import_file_is_other", { what: "a file of another kind than text" });
  }
  if (/^\s*BEGIN:VCARD\s/i.test(text)) return { format: "vcard", encoding };
  const [, announced] = /^sep=([,;\t])\s*[\r\n]/i.exec(text) ?? [];
  return announced
    ? { format: "csv", encoding, delimiter: announced as Delimiter, hasDelimiterLine: true }
    : { format: "csv", encoding, delimiter: delimiterOf(text), hasDelimiterLine: false };
}

const signatures: [string, string][] = [
  ["PK\x03\x04", "a spreadsheet or a zip archive"],
  ["PK\x05\x06", "an empty zip archive"],
  ["\xD0\xCF\x11\xE0", "an old spreadsheet or document"],
  ["%PDF", "a PDF"],
  ["\x89PNG", "a picture"],
  ["\xFF\xD8\xFF", "a picture"],
  ["GIF8", "a picture"],
  ["\x1F\x8B", "a compressed file"],
  ["7z\xBC\xAF", "a compressed archive"],
  ["Rar!", "a compressed archive"],
  ["SQLite f", "a database"],
  ["{\\rtf", "a text document with formatting"],
];

function encodingOf(head: Buffer, isUtf8: boolean): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even++;
    if (head[at + 1] === 0) odd++;
  }
  // In Latin letters every second byte of UTF-16 is zero.
  if (odd > pairs * 0.4 && even < pairs * 0.05) return "utf-16le";
  if (even > pairs * 0.4 && odd < pairs * 0.05) return "utf-16be";
  return isUtf8 ? "utf-8" : "windows-1252";
}

/** The one that divides the first rows most evenly, outside quotes. */
function delimiterOf(text: string): Delimiter {
  const rows = countByRow(text);
  const [first] = rows;
  const scored = ([",", ";", "\t"] as const).map((delimiter, at) => {
    const count = first?.[at] ?? 0;
    const alike = count > 0 ? rows.filter((row) => row[at] === count).length : 0;
    return { delimiter, score: alike / rows.length + count / 1000 };
  });
  scored.sort((one, other) => other.score - one.score);
  return scored[0]?.delimiter ?? ",";
}

const looksAtRows = 20;

/** How many commas, semicolons and tabs stand in each of the first rows. */
function countByRow(text: string): [number, number, number][] {
  const rows: [number, number, number][] = [[0, 0, 0]];
  let isQuoted = false;
  let hasText = false;
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted;
    const row = rows.at(-1);
    if (isQuoted || !row) continue;
    if (letter === ",") row[0]++;
    else if (letter === ";") row[1]++;
    else if (letter === "\t") row[2]++;
    const isEnd = letter === "\n" || letter === "\r";
    if (isEnd && hasText && rows.push([0, 0, 0]) > looksAtRows) break;
    hasText = !isEnd;
  }
  return hasText || rows.length === 1 ? rows : rows.slice(0, -1);
}
