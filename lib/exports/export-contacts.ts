import { randomUUID } from "node:crypto";
import type { Member } from "#lib/actor";
import type { AuditEvent } from "#lib/audit/events";
import { adminChange } from "#lib/change";
import { getExportPage } from "#lib/contacts/export-page";
import type { ExportContacts } from "#lib/exports/schema";

/** Notes that contacts leave the product: as what, how many and which. `contactPieces` is the content. */
export async function exportContacts(
  actor: Member,
  { format, selection }: ExportContacts,
): Promise<AuditEvent<"contacts.exported">> {
  // Counted before anything is locked, as a wide search takes its time.
  const { count, hasMore, described } = await getExportPage(actor, selection);
  // No form's id: what was downloaded twice has left twice, and both stand in the log.
  return adminChange(actor, randomUUID(), "contacts.exported", async () => ({
    data: { format, count, ...(hasMore && { hasMore }), ...described },
  }));
}
