import { CsvError, parse } from "csv-parse";
import { longestRecord } from "#lib/imports/limits";
import type { FileShape } from "#lib/imports/sniff";
import { Refusal } from "#lib/refusal";

/** A record of the file and the line it begins on, counted from 1. */
export type Row = { line: number; cells: string[] };

/**
 * The rows of delimited text, the header among them, as many at a time as a piece of text holds.
 * Ragged ones come as they are, blank ones not at all.
 */
export async function* readRows(
  texts: AsyncIterable<string>,
  { delimiter, hasDelimiterLine }: Extract<FileShape, { format: "csv" }>,
): AsyncGenerator<Row[], void, void> {
  let rows: Row[] = [];
  let failure: Error | undefined;
  let lastLine = 0;
  const parser = parse({
    delimiter,
    record_delimiter: "\n",
    from_line: hasDelimiterLine ? 2 : 1,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
    on_record(cells: string[], { lines }) {
      lastLine = lines;
      if (cells.some((cell) => cell.trim() !== ""))
        rows.push({ line: firstLine(cells, lines), cells });
      return null;
    },
  });
  parser.on("error", (error) => {
    failure = error;
  });
  parser.resume();
  for await (const text of texts) {
    // Parsed within the call: what it holds is not kept for long.
    parser.write(text);
    if (failure) break;
    if (rows.length > 0) yield rows;
    rows = [];
  }
  await ended(parser);
  if (rows.length > 0) yield rows;
  if (failure) throw asRefusal(failure, lastLine + 1);
}

function ended(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    if (parser.destroyed) return resolve();
    parser.once("close", resolve);
    parser.end();
  });
}

/** The parser counts up to where a record ends; it may have begun some lines before. */
function firstLine(cells: string[], lastLine: number): number {
  let within = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) within++;
  }
  return lastLine - within;
}

/** The mark stands in the record after the last that had an end. */
function asRefusal(error: Error, line: number): Error {
  return error instanceof CsvError ? new Refusal("import_quote_open", { count: line }) : error;
}
