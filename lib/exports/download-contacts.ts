import type { Member } from "#lib/actor";
import { contactFormats } from "#lib/exports/contact-formats";
import { contactPieces } from "#lib/exports/contact-pieces";
import { exportContacts } from "#lib/exports/export-contacts";
import { exportFileName } from "#lib/exports/file-name";
import type { ExportContacts } from "#lib/exports/schema";
import { sendFile } from "#lib/exports/send-file";

/** The selected contacts as a file, written while it is sent. */
export async function downloadContacts(actor: Member, input: ExportContacts): Promise<Response> {
  const { at, data } = await exportContacts(actor, input);
  const { contentType, ending } = contactFormats[input.format];
  return sendFile(contactPieces(actor, input, { at, count: data.count }), {
    name: exportFileName("contacts", actor, at, ending),
    contentType,
  });
}
