import { settleEnvironment } from "#lib/commands/environment";
import { outliveCutConnections } from "#lib/commands/outlive-cut-connections";
import { runCommand, say } from "#lib/commands/run-command";
import { requireSettings } from "#lib/commands/settings";
import { startJobs } from "#lib/commands/start-jobs";
import { requireUsableDatabase } from "#lib/commands/usable-database";

/** `npm run worker`: the queue's jobs alone, beside servers that run with RUN_JOBS=0. */
async function worker(): Promise<void> {
  requireSettings();
  settleEnvironment("production");
  delete process.env.DATABASE_URL;
  await requireUsableDatabase();
  outliveCutConnections();
  await startJobs();
  say("The worker does the queue's jobs.");
}

await runCommand(worker);
