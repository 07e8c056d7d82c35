import { Readable } from "node:stream";
import { Busboy } from "@fastify/busboy";
import type { Member } from "#lib/actor";
import { largestUpload } from "#lib/imports/limits";
import { type SentFile, uploadFile } from "#lib/imports/upload-file";

/** The form's one file, stored while it comes in; null where none was chosen. */
export async function receiveFile(
  actor: Member,
  type: string,
  body: AsyncIterable<Uint8Array>,
): Promise<string | null> {
  const source = Readable.from(body, { objectMode: false });
  const form = new Busboy({
    headers: { "content-type": type },
    limits: { fileSize: largestUpload, files: 1, fields: 10, fieldSize: 1000, parts: 11 },
  });
  let stored: Promise<string> | null = null;
  const over = new Promise<void>((resolve, reject) => {
    form.on("finish", resolve);
    form.on("error", reject);
    source.on("error", reject);
  });
  // Ours has few. Those beyond are skipped, but kept in memory until the form is over.
  form.once("partsLimit", () => form.destroy(new Error("The form has too many parts.")));
  form.on("file", (_field, bytes, fileName) => {
    // A browser sends an empty part where no file was chosen.
    if (!fileName) return bytes.resume();
    const file: SentFile = {
      name: plainName(fileName),
      bytes,
      isTooLarge: () => bytes.truncated === true,
    };
    // It breaks off twice, for who reads it and for who does not yet or no more.
    bytes.on("error", () => {});
    stored = uploadFile(actor, file);
    // It is awaited below, once the form is over.
    stored.catch(() => {});
    source.once("error", (error) => bytes.destroy(error));
    form.once("error", (error) => bytes.destroy(Object(error)));
    return bytes;
  });
  source.pipe(form);
  // What was cut off has a row that says so; only a form without a file is nobody's.
  await over.catch((error) => {
    if (!stored) throw error;
  });
  return stored;
}

/** A name for people to know it by: the last part of a path, and nothing that hides. */
function plainName(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? "";
  const shown = last.replace(/[\p{Cc}\p{Cf}\uD800-\uDFFF]/gu, "").trim();
  return shown.slice(0, 200) || "contacts";
}
