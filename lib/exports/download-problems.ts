import { stringify } from "csv-stringify/sync";
import { and, asc, eq, gt } from "drizzle-orm";
import { importProblems } from "#db/schema/imports";
import type { Member } from "#lib/actor";
import { confirmAdmin } from "#lib/change";
import { sendFile } from "#lib/exports/send-file";
import { findImport } from "#lib/imports/find-import";
import { read } from "#lib/transaction";

const PIECE = 500;

/** The records of an import that need a look, as a file: line, reason and the cells as they were. */
export async function downloadProblems(actor: Member, importId: string): Promise<Response> {
  const { id, facts, choices } = await read(actor, (tx) =>
    findImport(tx, actor.accountId, importId),
  );
  const isCsv = facts?.shape.format === "csv";
  // Columns without a name have a place in the head all the same, so that this file can be imported.
  const names = isCsv ? facts.header.map((name) => (choices?.firstRowIsData ? "" : name)) : [];
  return sendFile(pieces(actor, id, isCsv ? names : ["vcard"]), {
    name: `rows-to-look-at-${id.slice(-8)}.csv`,
    contentType: "text/csv; charset=utf-8; header=present",
  });
}

async function* pieces(actor: Member, importId: string, names: string[]) {
  yield `\uFEFF${text([["line", "taken_in", "reason", ...names]])}`;
  let last = 0;
  for (;;) {
    const rows = await read(actor, async (tx) => {
      await confirmAdmin(tx, actor);
      return tx
        .select()
        .from(importProblems)
        .where(
          and(
            eq(importProblems.accountId, actor.accountId),
            eq(importProblems.importId, importId),
            gt(importProblems.record, last),
          ),
        )
        .orderBy(asc(importProblems.record))
        .limit(PIECE);
    });
    const end = rows.at(-1);
    if (!end) return;
    last = end.record;
    yield text(
      rows.map(({ line, isTakenIn, reason, cells }) => [
        String(line),
        isTakenIn ? "yes" : "no",
        reason,
        ...cells,
      ]),
    );
  }
}

/** A cell that begins like a formula gets an apostrophe in front; an import takes it off again. */
function text(rows: string[][]): string {
  return stringify(rows, { escape_formulas: true, record_delimiter: "windows" });
}
