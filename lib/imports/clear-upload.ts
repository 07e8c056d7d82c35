import { endImport } from "#lib/imports/end-import";
import { lockImport } from "#lib/imports/lock-import";
import type { ImportJob } from "#lib/imports/run-import";
import { transact } from "#lib/transaction";

/** So long an upload waits for its start. */
export const UPLOAD_WAITS = 24 * 60 * 60 * 1000;

/** Removes a file that was never started, or whose upload the server did not live to end. */
export function clearUpload({ accountId, importId }: ImportJob): Promise<"cleared" | "in use"> {
  return transact({ kind: "system", accountId }, async (tx) => {
    const { state } = await lockImport(tx, accountId, importId);
    if (state !== "uploading" && state !== "uploaded") return "in use";
    const refusal = { code: "import_file_left", facts: {} } as const;
    await endImport(tx, accountId, importId, { state: "failed", refusal });
    return "cleared";
  });
}
