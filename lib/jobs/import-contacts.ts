import { clearUpload } from "#lib/imports/clear-upload";
import { type ImportJob, runImport } from "#lib/imports/run-import";
import { log } from "#lib/log";

export type ImportTask = ImportJob & {
  /** Set where it only looks whether an upload was forgotten. */
  clears?: true;
};

/** A file of contacts that was started, or one that nobody started for a day. */
export async function importContacts({ clears, ...job }: ImportTask): Promise<void> {
  const outcome = clears ? await clearUpload(job) : await runImport(job);
  log.info({ import: job.importId, outcome }, "An import was looked at.");
}
