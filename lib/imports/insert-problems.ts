import { sql } from "drizzle-orm";
import { mostColumns } from "#lib/imports/limits";
import type { Tx } from "#lib/transaction";

export type Problem = {
  record: number;
  line: number;
  reason: string;
  isTakenIn: boolean;
  cells: string[];
};

/** A row's cells are kept for who corrects them, not for ever and ever of text. */
const longestCell = 10_000;

/** Lists records that need somebody's look. */
export async function insertProblems(
  tx: Tx,
  accountId: string,
  importId: string,
  problems: Problem[],
): Promise<void> {
  if (problems.length === 0) return;
  const rows = problems.map(({ cells, ...others }) => ({
    ...others,
    cells: cells.slice(0, mostColumns).map(keepable),
  }));
  await tx.execute(sql`
    insert into import_problems (account_id, import_id, record, line, is_taken_in, reason, cells)
    select ${accountId}::uuid, ${importId}::uuid, record, line, "isTakenIn", reason,
        array(select json_array_elements_text(cells))
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as p (record int, line int, "isTakenIn" boolean, reason text, cells json)`);
}

/** The database keeps neither NUL nor half a character. */
function keepable(cell: string): string {
  return cell.slice(0, longestCell).replaceAll("\0", "\uFFFD").toWellFormed();
}
