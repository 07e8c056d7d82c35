import { log } from "#lib/log";
import { type CarveJob, carveTransfer } from "#lib/transfers/carve-transfer";

/** A large transfer that a job prepares and carries out; what goes on is a further job's. */
export async function carveInSlices(job: CarveJob): Promise<void> {
  const outcome = await carveTransfer(job);
  if (outcome === "goes on") return;
  log.info({ transfer: job.transferId, outcome }, "A planned transfer came to its end.");
}
