import type { Member } from "#lib/actor";
import { exportLog } from "#lib/exports/export-log";
import { exportFileName } from "#lib/exports/file-name";
import { formats } from "#lib/exports/formats";
import { logPieces } from "#lib/exports/log-pieces";
import type { ExportLog } from "#lib/exports/schema";
import { sendFile } from "#lib/exports/send-file";

/** The account log as a file, written while it is sent. */
export async function downloadLog(actor: Member, input: ExportLog): Promise<Response> {
  const { id, at } = await exportLog(actor, input);
  return sendFile(logPieces(actor, input, id), {
    name: exportFileName("account-log", actor, at, input.format),
    contentType: formats[input.format].contentType,
  });
}
