import { and, eq } from "drizzle-orm";
import { imports } from "#db/schema/imports";
import { users } from "#db/schema/users";
import type { System } from "#lib/actor";
import { record } from "#lib/audit/record";
import { type Ending, endImport } from "#lib/imports/end-import";
import type { FileFacts, ImportChoices } from "#lib/imports/file-facts";
import { lockImport } from "#lib/imports/lock-import";
import { type Batch, readRecords } from "#lib/imports/read-records";
import { takeIn } from "#lib/imports/take-in";
import { Refusal } from "#lib/refusal";
import { read, transact } from "#lib/transaction";

export type ImportJob = { accountId: string; importId: string };
type Outcome = "done" | "stopped" | "ended before" | "taken over";

/**
 * Takes a file in, from where it was when this began: each batch is a transaction with its counts,
 * so that nothing is lost or done twice wherever it is cut off. It ends where somebody cancelled
 * it, where another worker has gone on with it, and by what must not go on.
 */
export async function runImport({ accountId, importId }: ImportJob): Promise<Outcome> {
  const actor: System = { kind: "system", accountId };
  const begun = await findRunning(actor, importId);
  if (!begun) return "ended before";
  try {
    const batches = ahead(readRecords(actor, { importId, ...begun }, begun.recordsDone));
    for await (const batch of batches) {
      const outcome = await takeBatchIn(actor, importId, batch);
      if (outcome !== "done") return outcome;
    }
  } catch (error) {
    if (!(error instanceof Refusal) || !error.code.startsWith("import_")) throw error;
    const { code, facts } = error;
    return (await finish(actor, importId, { state: "failed", refusal: { code, facts } }))
      ? "stopped"
      : "ended before";
  }
  return (await finish(actor, importId, { state: "done" })) ? "done" : "ended before";
}

async function findRunning(actor: System, importId: string) {
  const [found] = await read(actor, (tx) =>
    tx
      .select({
        recordsDone: imports.recordsDone,
        facts: imports.facts,
        choices: imports.choices,
      })
      .from(imports)
      .where(
        and(
          eq(imports.accountId, actor.accountId),
          eq(imports.id, importId),
          eq(imports.state, "running"),
        ),
      ),
  );
  if (!found) return null;
  const { recordsDone } = found;
  return {
    recordsDone,
    facts: found.facts as FileFacts,
    choices: found.choices as ImportChoices,
  };
}

function takeBatchIn(actor: System, importId: string, batch: Batch): Promise<Outcome> {
  return transact(actor, async (tx) => {
    const found = await lockImport(tx, actor.accountId, importId);
    if (found.state !== "running" || !found.choices) return "ended before";
    if (batch.records[0]?.record !== found.recordsDone + 1) return "taken over";
    await takeIn(tx, actor.accountId, found, found.choices, batch);
    return "done";
  });
}

/** Writes the end and its line in the log, unless somebody was first. */
function finish(actor: System, importId: string, ending: Ending): Promise<boolean> {
  const { accountId } = actor;
  return transact(actor, async (tx) => {
    const found = await lockImport(tx, accountId, importId);
    if (found.state !== "running") return false;
    const [author] = await tx
      .select({ accountId: users.accountId, userId: users.id, name: users.name })
      .from(users)
      .where(and(eq(users.accountId, accountId), eq(users.id, found.byUserId)));
    const counts = await endImport(tx, accountId, importId, ending);
    const outcome = ending.state === "done" ? "done" : "stopped";
    const data = { importId, fileName: found.fileName, outcome, ...counts } as const;
    await record(tx, author ?? actor, { kind: "contacts.imported", data });
    return true;
  });
}

/** Reads the next batch while the one before goes into the database. */
async function* ahead<T>(source: AsyncGenerator<T, void, void>): AsyncGenerator<T, void, void> {
  let next = source.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = source.next();
      // It is awaited above, or never, where the one before was the last that was wanted.
      next.catch(() => {});
      yield value;
    }
  } finally {
    await next.catch(() => {});
    await source.return();
  }
}
