import { and, eq, sql } from "drizzle-orm";
import { importChunks, imports } from "#db/schema/imports";
import type { EventData } from "#lib/audit/events";
import type { RefusalCode, RefusalFacts } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

export type Ending = {
  state: "done" | "cancelled" | "failed";
  endedBy?: string;
  refusal?: { code: RefusalCode; facts: RefusalFacts };
};

type Counts = Pick<EventData["contacts.imported"], "added" | "updated" | "known" | "wrong">;

/** Ends an import as this and lets its file go; answers what it came to. */
export async function endImport(
  tx: Tx,
  accountId: string,
  importId: string,
  { state, endedBy = undefined, refusal = undefined }: Ending,
): Promise<Counts> {
  const [counts] = await tx
    .update(imports)
    .set({ state, endedAt: sql`clock_timestamp()`, endedBy, refusal })
    .where(and(eq(imports.accountId, accountId), eq(imports.id, importId)))
    .returning({
      added: imports.added,
      updated: imports.updated,
      known: imports.known,
      wrong: imports.wrong,
    });
  await tx
    .delete(importChunks)
    .where(and(eq(importChunks.accountId, accountId), eq(importChunks.importId, importId)));
  return counts ?? { added: 0, updated: 0, known: 0, wrong: 0 };
}
