import { and, eq, sql } from "drizzle-orm";
import { importMappings, imports } from "#db/schema/imports";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { enqueue } from "#lib/enqueue";
import { choicesOf } from "#lib/imports/choices-of";
import type { FileFacts, ImportChoices } from "#lib/imports/file-facts";
import { headerHash } from "#lib/imports/header-hash";
import { lockImport } from "#lib/imports/lock-import";
import { whyNotStart } from "#lib/imports/rules";
import type { ImportChoicesInput } from "#lib/imports/schema";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

/** Gives an uploaded file to the job that takes it in, and remembers its mapping for the next one. */
export function startImport(actor: Member, input: ImportChoicesInput) {
  const { accountId, userId } = actor;
  return adminChange(actor, input.requestId, "contacts.import_started", async (tx) => {
    const found = await lockImport(tx, accountId, input.importId);
    const { id, fileName, facts } = found;
    if (found.state !== "uploaded" || !facts) throw new Refusal("import_begun_already");
    const choices = choicesOf(facts, input);
    const whyNot = whyNotStart(facts, choices);
    if (whyNot) throw new Refusal(whyNot);
    const receiver = await getReceiver(tx, accountId, choices.receiverId);
    await tx
      .update(imports)
      .set({ choices, state: "running", startedAt: sql`clock_timestamp()` })
      .where(and(eq(imports.accountId, accountId), eq(imports.id, id)));
    await remember(tx, { accountId, userId }, facts, choices);
    await enqueue(tx, "import_contacts", { importId: id });
    return { data: { importId: id, fileName, receiver } };
  });
}

async function getReceiver(tx: Tx, accountId: string, receiverId: string) {
  const [found] = await tx
    .select({ name: users.name, status: users.status })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.id, receiverId)));
  if (found?.status !== "active") {
    throw new Refusal("successor_not_active", { successor: found?.name });
  }
  return { userId: receiverId, name: found.name };
}

async function remember(
  tx: Tx,
  { accountId, userId }: { accountId: string; userId: string },
  { shape, header }: FileFacts,
  { mapping, firstRowIsData }: ImportChoices,
): Promise<void> {
  if (shape.format !== "csv" || firstRowIsData) return;
  const used = { mapping, usedAt: sql`now()`, usedBy: userId };
  await tx
    .insert(importMappings)
    .values({ accountId, header: headerHash(header), ...used })
    .onConflictDoUpdate({ target: [importMappings.accountId, importMappings.header], set: used });
}
