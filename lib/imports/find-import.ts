import { and, eq, sql } from "drizzle-orm";
import { importProblems, imports } from "#db/schema/imports";
import { users } from "#db/schema/users";
import type { FileFacts, ImportChoices } from "#lib/imports/file-facts";
import { Refusal, type RefusalCode, type RefusalFacts } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

/** One import with who began it and how many of its records need a look. */
export async function findImport(tx: Tx, accountId: string, importId: string) {
  const [found] = await tx
    .select({
      id: imports.id,
      fileName: imports.fileName,
      size: imports.size,
      createdAt: imports.createdAt,
      startedAt: imports.startedAt,
      endedAt: imports.endedAt,
      state: imports.state,
      facts: imports.facts,
      choices: imports.choices,
      refusal: imports.refusal,
      bytesDone: imports.bytesDone,
      recordsDone: imports.recordsDone,
      added: imports.added,
      updated: imports.updated,
      known: imports.known,
      wrong: imports.wrong,
      byName: users.name,
      problems: sql<number>`(select count(*)::int from ${importProblems}
        where ${importProblems.accountId} = ${imports.accountId}
          and ${importProblems.importId} = ${imports.id})`,
    })
    .from(imports)
    .innerJoin(users, and(eq(users.accountId, imports.accountId), eq(users.id, imports.byUserId)))
    .where(and(eq(imports.accountId, accountId), eq(imports.id, importId)));
  if (!found) throw new Refusal("not_found");
  const { facts, choices, refusal, ...others } = found;
  return {
    ...others,
    facts: facts as FileFacts | null,
    choices: choices as ImportChoices | null,
    refusal: refusal as { code: RefusalCode; facts: RefusalFacts } | null,
  };
}
export type FoundImport = Awaited<ReturnType<typeof findImport>>;
