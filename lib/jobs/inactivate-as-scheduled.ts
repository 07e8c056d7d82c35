import { log } from "#lib/log";
import { runScheduledInactivation, type ScheduledJob } from "#lib/users/run-scheduled-inactivation";

/** One schedule whose time has come. */
export async function inactivateAsScheduled(job: ScheduledJob): Promise<void> {
  const outcome = await runScheduledInactivation(job);
  log.info({ schedule: job.scheduleId, outcome }, "A scheduled inactivation was looked at.");
}
