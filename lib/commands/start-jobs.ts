import { hold } from "#lib/commands/run-command";

/** Does the queue's jobs in this process until the command is told to stop. */
export async function startJobs(): Promise<void> {
  // Only now: what is imported here reads the environment as it loads.
  const { runJobs } = await import("#lib/jobs/run-jobs");
  const jobs = runJobs();
  hold(jobs.stop);
}
