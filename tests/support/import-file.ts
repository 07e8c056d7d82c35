import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { Member } from "#lib/actor";
import type { FileFacts } from "#lib/imports/file-facts";
import { guessMapping } from "#lib/imports/guess-mapping";
import { runImport } from "#lib/imports/run-import";
import type { ImportChoicesInput } from "#lib/imports/schema";
import { startImport } from "#lib/imports/start-import";
import { uploadFile } from "#lib/imports/upload-file";
import { owner } from "#tests/support/attempt";

export type ImportRow = {
  state: string;
  file_name: string;
  size: string;
  facts: FileFacts | null;
  refusal: { code: string } | null;
  records_done: number;
  added: number;
  updated: number;
  known: number;
  wrong: number;
};

/** Uploads this content as a browser's form does, in pieces of any size. */
export function upload(actor: Member, content: string | Buffer, piece = 64 * 1024) {
  const bytes = Buffer.from(content as string);
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, at) =>
    bytes.subarray(at * piece, (at + 1) * piece),
  );
  const file = { name: "people.csv", bytes: Readable.from(pieces), isTooLarge: () => false };
  return uploadFile(actor, file);
}

export async function importRow(importId: string): Promise<ImportRow> {
  const [row] = await owner<ImportRow[]>`select * from imports where id = ${importId}`;
  if (!row) throw new Error("There is no such import.");
  return row;
}

/** What the form sends for this file when nothing is changed in it. */
export async function guessedChoices(
  actor: Member,
  importId: string,
  changes: Partial<ImportChoicesInput> = {},
): Promise<ImportChoicesInput> {
  const { facts } = await importRow(importId);
  const column = guessMapping(facts?.header ?? [], facts?.rows.map(({ cells }) => cells) ?? []);
  return {
    requestId: randomUUID(),
    importId,
    intent: "start",
    column,
    firstRowIsData: facts?.looksLikeData ? "yes" : undefined,
    receiverId: actor.userId,
    known: "leave",
    ...changes,
  };
}

/** Uploads, starts and takes in. */
export async function importFile(
  actor: Member,
  content: string | Buffer,
  changes: Partial<ImportChoicesInput> = {},
): Promise<ImportRow> {
  const importId = await upload(actor, content);
  await startImport(actor, await guessedChoices(actor, importId, changes));
  await runImport({ accountId: actor.accountId, importId });
  return importRow(importId);
}

export function contactsOf(accountId: string) {
  return owner<Record<string, string>[]>`
    select first_name, last_name, company, job_title, email, phone, mobile, street, city, state,
      postal_code, country, website, notes, name from contacts
    where account_id = ${accountId} and deleted_at is null order by id`;
}

export function problemsOf(importId: string) {
  return owner<
    { record: number; line: number; reason: string; cells: string[]; is_taken_in: boolean }[]
  >`select record, line, reason, cells, is_taken_in from import_problems
    where import_id = ${importId} order by record`;
}
