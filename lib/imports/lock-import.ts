import { and, eq } from "drizzle-orm";
import { imports } from "#db/schema/imports";
import type { FileFacts, ImportChoices } from "#lib/imports/file-facts";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

export type LockedImport = Awaited<ReturnType<typeof lockImport>>;

/** Every change of an import begins with this, so that it goes on or ends once. */
export async function lockImport(tx: Tx, accountId: string, importId: string) {
  const [found] = await tx
    .select({
      id: imports.id,
      state: imports.state,
      fileName: imports.fileName,
      byUserId: imports.byUserId,
      createdAt: imports.createdAt,
      recordsDone: imports.recordsDone,
      facts: imports.facts,
      choices: imports.choices,
    })
    .from(imports)
    .where(and(eq(imports.accountId, accountId), eq(imports.id, importId)))
    .for("no key update");
  if (!found) throw new Refusal("not_found");
  const { facts, choices, ...others } = found;
  return {
    ...others,
    facts: facts as FileFacts | null,
    choices: choices as ImportChoices | null,
  };
}
