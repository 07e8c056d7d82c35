import { and, eq } from "drizzle-orm";
import { importChunks } from "#db/schema/imports";
import type { System } from "#lib/actor";
import { decode } from "#lib/imports/decode";
import type { FileFacts, ImportChoices } from "#lib/imports/file-facts";
import { readCard } from "#lib/imports/read-card";
import { contactReader, type ReadContact } from "#lib/imports/read-contact";
import { type Row, readRows } from "#lib/imports/read-rows";
import { splitCards } from "#lib/imports/split-cards";
import { read } from "#lib/transaction";

type FileRecord = Row & {
  /** Counted from 1, the header left out. */
  record: number;
  read: ReadContact;
};

export type Batch = { records: FileRecord[]; bytesDone: number };

/** So many records go into the database by one statement, fewer where they are long. */
const BATCH = 5_000;
const BATCH_LETTERS = 4 * 1024 * 1024;

type Source = { importId: string; facts: FileFacts; choices: ImportChoices };

/** An upload's records after the first `done`, batch by batch, with one piece of it in memory. */
export async function* readRecords(
  actor: System,
  { importId, facts, choices }: Source,
  done: number,
): AsyncGenerator<Batch, void, void> {
  const { shape } = facts;
  let bytesDone = 0;
  const chunks = readChunks(actor, importId, (size) => {
    bytesDone += size;
  });
  const texts = decode(chunks, shape.encoding);
  const batches = shape.format === "vcard" ? splitCards(texts) : readRows(texts, shape);
  const readRow = rowReader(facts, choices);
  const hasHeader = shape.format === "csv" && !choices.firstRowIsData;
  let count = hasHeader ? -1 : 0;
  let records: FileRecord[] = [];
  let letters = 0;
  try {
    for await (const rows of batches) {
      for (const { line, cells } of rows) {
        count++;
        if (count <= done || count === 0) continue;
        records.push({ record: count, line, cells, read: readRow(cells) });
        // A cell takes room also where it is empty, and a row may have a million of them.
        for (const cell of cells) letters += cell.length + 1;
        if (records.length < BATCH && letters < BATCH_LETTERS) continue;
        yield { records, bytesDone };
        records = [];
        letters = 0;
      }
    }
  } catch (error) {
    // What stands before the place where a file breaks off is taken in, too.
    if (records.length > 0) yield { records, bytesDone };
    throw error;
  }
  if (records.length > 0) yield { records, bytesDone };
}

/** How one row of this file becomes a contact. */
export function rowReader(
  { shape, header }: Pick<FileFacts, "shape" | "header">,
  { mapping }: Pick<ImportChoices, "mapping">,
): (cells: string[]) => ReadContact {
  return shape.format === "vcard"
    ? ([card = ""]) => readCard(card)
    : contactReader(header, mapping);
}

async function* readChunks(actor: System, importId: string, onBytes: (size: number) => void) {
  for (let n = 0; ; n++) {
    const [chunk] = await read(actor, (tx) =>
      tx
        .select({ bytes: importChunks.bytes })
        .from(importChunks)
        .where(
          and(
            eq(importChunks.accountId, actor.accountId),
            eq(importChunks.importId, importId),
            eq(importChunks.n, n),
          ),
        ),
    );
    if (!chunk) return;
    onBytes(chunk.bytes.length);
    yield chunk.bytes;
  }
}
