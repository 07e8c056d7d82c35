import { enqueue } from "#lib/enqueue";
import { clearUpload } from "#lib/imports/clear-upload";
import { type ImportJob, runImport } from "#lib/imports/run-import";
import { log } from "#lib/log";
import { transact } from "#lib/transaction";

export type ImportTask = ImportJob & {
  /** Set where it only looks whether an upload was forgotten. */
  clears?: true;
};

/** Of the three jobs that a worker does at once: large files would hold up all mail until they end. */
const AT_ONCE = 2;
const WAIT_MILLISECONDS = 5_000;

let running = 0;

/** A file of contacts that was started, or one that nobody started for a day. */
export async function importContacts({ clears, ...job }: ImportTask): Promise<void> {
  const outcome = clears ? await clearUpload(job) : await runInTurn(job);
  log.info({ import: job.importId, outcome }, "An import was looked at.");
}

async function runInTurn(job: ImportJob) {
  if (running >= AT_ONCE) return waitForTurn(job);
  running++;
  try {
    return await runImport(job);
  } finally {
    running--;
  }
}

/** As a job of its own, which any worker takes. */
async function waitForTurn({ accountId, importId }: ImportJob): Promise<"waits"> {
  const later = new Date(Date.now() + WAIT_MILLISECONDS);
  await transact({ kind: "system", accountId }, (tx) =>
    enqueue(tx, "import_contacts", { importId }, later),
  );
  return "waits";
}
