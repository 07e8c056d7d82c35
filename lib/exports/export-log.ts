import { randomUUID } from "node:crypto";
import type { Member } from "#lib/actor";
import type { AuditEvent } from "#lib/audit/events";
import { kindGroupLabels } from "#lib/audit/kind-groups";
import { findPerson } from "#lib/audit/people";
import { adminChange } from "#lib/change";
import type { ExportLog } from "#lib/exports/schema";

/** Notes that the log leaves the product: as what, and which part of it. `logPieces` is its content. */
export function exportLog(
  actor: Member,
  { format, filter }: ExportLog,
): Promise<AuditEvent<"audit.exported">> {
  const { person, kind, from, to } = filter;
  // No form's id: what was downloaded twice has left twice, and both stand in the log.
  return adminChange(actor, randomUUID(), "audit.exported", async (tx) => {
    const user = person ? await findPerson(tx, actor.accountId, person) : null;
    const data = { format, person: user?.name, kind: kind && kindGroupLabels[kind], from, to };
    return user ? { user, data } : { data };
  });
}
