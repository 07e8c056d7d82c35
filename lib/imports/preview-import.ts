import { and, eq } from "drizzle-orm";
import { imports } from "#db/schema/imports";
import type { Member } from "#lib/actor";
import { confirmAdmin } from "#lib/change";
import { choicesOf } from "#lib/imports/choices-of";
import { lockImport } from "#lib/imports/lock-import";
import type { ImportChoicesInput } from "#lib/imports/schema";
import { Refusal } from "#lib/refusal";
import { transact } from "#lib/transaction";

/** Keeps what was chosen so far, so that the page shows what it would come to. */
export function previewImport(actor: Member, input: ImportChoicesInput): Promise<string> {
  return transact(actor, async (tx) => {
    await confirmAdmin(tx, actor);
    const { state, facts } = await lockImport(tx, actor.accountId, input.importId);
    if (state !== "uploaded" || !facts) throw new Refusal("import_begun_already");
    await tx
      .update(imports)
      .set({ choices: choicesOf(facts, input) })
      .where(and(eq(imports.accountId, actor.accountId), eq(imports.id, input.importId)));
    return input.importId;
  });
}
