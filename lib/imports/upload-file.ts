import type { Readable } from "node:stream";
import { and, eq } from "drizzle-orm";
import { importChunks, imports } from "#db/schema/imports";
import type { Member } from "#lib/actor";
import { confirmAdmin } from "#lib/change";
import { enqueue } from "#lib/enqueue";
import { UPLOAD_WAITS } from "#lib/imports/clear-upload";
import { endImport } from "#lib/imports/end-import";
import { type FileFacts, fileFacts, HEAD } from "#lib/imports/file-facts";
import { lockImport } from "#lib/imports/lock-import";
import { utf8Check } from "#lib/imports/utf8-check";
import { Refusal } from "#lib/refusal";
import { type Tx, transact } from "#lib/transaction";

export type SentFile = {
  name: string;
  bytes: Readable;
  /** Whether it was larger than a file may be; known when it is over. */
  isTooLarge: () => boolean;
};

const CHUNK = 1024 * 1024;

/**
 * Stores a file as it comes in, a piece at a time, and looks what it is. Answers the import's id,
 * also of one that ended here, and whose row says why.
 */
export async function uploadFile(actor: Member, file: SentFile): Promise<string> {
  const { accountId } = actor;
  const id = await begin(actor, file.name);
  try {
    const { size, facts } = await store(actor, id, file);
    await transact(actor, async (tx) => {
      const { state } = await lockImport(tx, accountId, id);
      if (state !== "uploading") return;
      await confirmStillAdmin(tx, actor);
      await tx
        .update(imports)
        .set({ state: "uploaded", size, facts })
        .where(and(eq(imports.accountId, accountId), eq(imports.id, id)));
    });
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal("import_file_cut");
    const { code, facts } = refusal;
    await transact(actor, async (tx) => {
      const { state } = await lockImport(tx, accountId, id);
      if (state !== "uploading") return;
      await endImport(tx, accountId, id, { state: "failed", refusal: { code, facts } });
    });
    if (!(error instanceof Refusal) && !file.bytes.destroyed) throw error;
    // Who sends more than is wanted hears so only once it was taken from them.
    file.bytes.resume();
  }
  return id;
}

function begin(actor: Member, fileName: string): Promise<string> {
  const { accountId, userId } = actor;
  return transact(actor, async (tx) => {
    await confirmAdmin(tx, actor, "contacts.import_started");
    const [row] = await tx
      .insert(imports)
      .values({ accountId, byUserId: userId, fileName })
      .returning({ id: imports.id });
    if (!row) throw new Error("The import was not inserted.");
    const later = new Date(Date.now() + UPLOAD_WAITS);
    await enqueue(tx, "import_contacts", { importId: row.id, clears: true }, later);
    return row.id;
  });
}

/** An upload can take half an hour; what ends somebody's access ends theirs at its next piece. */
async function confirmStillAdmin(tx: Tx, actor: Member): Promise<void> {
  try {
    await confirmAdmin(tx, actor);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal("import_author_not_admin", { by: actor.name });
  }
}

async function store(
  actor: Member,
  importId: string,
  file: SentFile,
): Promise<{ size: number; facts: FileFacts }> {
  const { accountId } = actor;
  const utf8 = utf8Check();
  let head: Buffer = Buffer.alloc(0);
  let pieces: Buffer[] = [];
  let held = 0;
  let size = 0;
  let n = 0;
  const flush = async () => {
    const bytes = Buffer.concat(pieces, held);
    pieces = [];
    held = 0;
    if (n === 0) head = bytes.subarray(0, HEAD);
    await transact(actor, async (tx) => {
      await confirmStillAdmin(tx, actor);
      await tx.insert(importChunks).values({ accountId, importId, n, bytes });
    });
    n++;
  };
  for await (const piece of file.bytes as AsyncIterable<Buffer>) {
    utf8.look(piece);
    pieces.push(piece);
    held += piece.length;
    size += piece.length;
    if (held >= CHUNK) await flush();
  }
  if (file.isTooLarge()) throw new Refusal("import_file_too_large");
  if (size === 0) throw new Refusal("import_file_empty");
  if (held > 0) await flush();
  return { size, facts: await fileFacts(head, utf8.end()) };
}
