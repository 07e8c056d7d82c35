import { decode } from "#lib/imports/decode";
import type { Mapping } from "#lib/imports/fields";
import { looksLikeData } from "#lib/imports/guess-mapping";
import { mostColumns } from "#lib/imports/limits";
import { type Row, readRows } from "#lib/imports/read-rows";
import { type FileShape, sniff } from "#lib/imports/sniff";
import { splitCards } from "#lib/imports/split-cards";
import { Refusal } from "#lib/refusal";

/** What an upload turned out to be, as its row keeps it. */
export type FileFacts = {
  shape: FileShape;
  /** The first row, whatever it is; of a vCard file nothing. */
  header: string[];
  headerLine: number;
  looksLikeData: boolean;
  /** Those after it, with their cells cut. */
  rows: Row[];
};

/** What an admin has chosen for it. */
export type ImportChoices = {
  mapping: Mapping;
  firstRowIsData: boolean;
  receiverId: string;
  known: "leave" | "update";
};

/** So much of a file's beginning is looked at before anything is chosen. */
export const HEAD = 256 * 1024;
const SHOWN = 8;
const longestShown = 300;
const longestCardShown = 4_000;

/** Looks at the beginning of a file, or refuses one that holds no contacts. */
export async function fileFacts(head: Buffer, isUtf8: boolean): Promise<FileFacts> {
  const shape = sniff(head, isUtf8);
  const texts = decode(once(head), shape.encoding);
  if (shape.format === "vcard") {
    const cards = await firstRows(splitCards(texts));
    const rows = cut(cards, longestCardShown);
    return { shape, header: [], headerLine: 0, looksLikeData: false, rows };
  }
  const [first, ...rows] = await firstRows(readRows(texts, shape));
  if (!first) throw new Refusal("import_file_empty");
  const count = first.cells.length;
  if (count > mostColumns) {
    throw new Refusal("import_too_many_columns", { count, limit: mostColumns });
  }
  const isData = looksLikeData(first.cells);
  if (rows.length === 0 && !isData) throw new Refusal("import_header_only");
  const [header] = cut([first], longestShown);
  return {
    shape,
    header: header?.cells ?? [],
    headerLine: first.line,
    looksLikeData: isData,
    rows: cut(rows, longestShown),
  };
}

async function* once(bytes: Buffer) {
  yield bytes;
}

async function firstRows(batches: AsyncIterable<Row[]>): Promise<Row[]> {
  const found: Row[] = [];
  try {
    for await (const rows of batches) {
      found.push(...rows);
      if (found.length > SHOWN) break;
    }
  } catch (error) {
    // Where the beginning was cut off, the last row is open; one that never closes shows later.
    if (!(error instanceof Refusal) || found.length === 0) throw error;
  }
  return found.slice(0, SHOWN + 1);
}

function cut(rows: Row[], longest: number): Row[] {
  return rows.map(({ line, cells }) => ({
    line,
    // The database keeps no NUL.
    cells: cells.map((cell) => cell.slice(0, longest).replaceAll("\0", "\uFFFD").toWellFormed()),
  }));
}
