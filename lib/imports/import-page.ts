import { and, eq } from "drizzle-orm";
import { importMappings } from "#db/schema/imports";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import type { ContactDetails } from "#lib/contacts/contact-fields";
import type { Mapping } from "#lib/imports/fields";
import type { FileFacts, ImportChoices } from "#lib/imports/file-facts";
import { findImport } from "#lib/imports/find-import";
import { guessMapping } from "#lib/imports/guess-mapping";
import { headerHash } from "#lib/imports/header-hash";
import { importProgress } from "#lib/imports/import-progress";
import { rowReader } from "#lib/imports/read-records";
import type { Row } from "#lib/imports/read-rows";
import type { Progress } from "#lib/progress";
import { read, type Tx } from "#lib/transaction";
import { listColleagues } from "#lib/transfers/list-colleagues";

/** One import: what there is to choose, how far it has come, or what it came to. */
export function getImportPage(actor: Member, importId: string, colleague = "") {
  const { accountId } = actor;
  return read(actor, async (tx) => {
    const found = await findImport(tx, accountId, importId);
    const { facts, choices, ...others } = found;
    const receiver = choices && (await findReceiver(tx, accountId, choices.receiverId));
    const self = { id: actor.userId, name: actor.name, email: actor.email };
    const isOpen = found.state === "uploaded" && facts !== null;
    return {
      found: { ...others, receiver, isCards: facts?.shape.format === "vcard" },
      progress: importProgress(found, new Date()),
      open: isOpen
        ? {
            ...(await openChoices(tx, actor, facts, choices)),
            colleagues: await listColleagues(tx, accountId, [], colleague, receiver ?? self),
          }
        : null,
    };
  });
}

/** The same, for the browser that asks each second. */
export function getImportProgress(actor: Member, importId: string): Promise<Progress> {
  return read(actor, async (tx) =>
    importProgress(await findImport(tx, actor.accountId, importId), new Date()),
  );
}

async function openChoices(tx: Tx, actor: Member, facts: FileFacts, chosen: ImportChoices | null) {
  const { shape, header, rows } = facts;
  const choices = chosen ?? (await firstChoices(tx, actor, facts));
  const data = choices.firstRowIsData ? [{ line: facts.headerLine, cells: header }, ...rows] : rows;
  return {
    shape,
    choices,
    columns: header.map((name, column) => ({
      name: choices.firstRowIsData ? "" : name.trim(),
      values: data
        .map(({ cells }) => cells[column]?.trim() ?? "")
        .filter(Boolean)
        .slice(0, 3),
    })),
    preview: previewOf(facts, choices, data),
  };
}

/** What this account chose for a file with this header the last time, else what is likely. */
async function firstChoices(tx: Tx, actor: Member, facts: FileFacts): Promise<ImportChoices> {
  const { header, rows, looksLikeData } = facts;
  const [remembered] = await tx
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .where(
      and(
        eq(importMappings.accountId, actor.accountId),
        eq(importMappings.header, headerHash(header)),
      ),
    );
  const values = rows.map(({ cells }) => cells);
  const mapping = looksLikeData
    ? guessMapping(
        header.map(() => ""),
        [header, ...values],
      )
    : ((remembered?.mapping as Mapping | undefined) ?? guessMapping(header, values));
  return { mapping, firstRowIsData: looksLikeData, receiverId: actor.userId, known: "leave" };
}

export type PreviewRow = { line: number; contact?: ContactDetails; reason?: string };

function previewOf(facts: FileFacts, choices: ImportChoices, rows: Row[]): PreviewRow[] {
  const readRow = rowReader(facts, choices);
  return rows.slice(0, 5).map(({ line, cells }) => ({ line, ...readRow(cells) }));
}

async function findReceiver(tx: Tx, accountId: string, userId: string) {
  const [found] = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.id, userId)));
  return found ?? null;
}
