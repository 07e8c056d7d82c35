import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { endImport } from "#lib/imports/end-import";
import { lockImport } from "#lib/imports/lock-import";
import type { CancelImport } from "#lib/imports/schema";
import { Refusal } from "#lib/refusal";

/** Ends an import where it is: what was taken in stays, and no further batch begins. */
export function cancelImport(actor: Member, { requestId, importId }: CancelImport) {
  const { accountId, userId } = actor;
  return adminChange(actor, requestId, "contacts.imported", async (tx) => {
    const { state, fileName } = await lockImport(tx, accountId, importId);
    if (state !== "running" && state !== "uploaded") throw new Refusal("import_over");
    const ending = { state: "cancelled", endedBy: userId } as const;
    const counts = await endImport(tx, accountId, importId, ending);
    return { data: { importId, fileName, outcome: "cancelled" as const, ...counts } };
  });
}
