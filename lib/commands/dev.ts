import { settleEnvironment, settleOutbox } from "#lib/commands/environment";
import { openDatabase } from "#lib/commands/open-database";
import { runCommand, say } from "#lib/commands/run-command";
import { requireFreePort, runServer } from "#lib/commands/run-server";
import { requireSupportNetworks } from "#lib/commands/settings";

/** `npm run dev`: the demo's database and data, with hot reload. */
async function dev(): Promise<void> {
  requireSupportNetworks();
  await requireFreePort();
  const ownerUrl = await openDatabase();
  settleEnvironment("development", ownerUrl);
  settleOutbox();
  // Only now: what is imported here reads the environment as it loads.
  const { seedAgents } = await import("#lib/commands/seed-agents");
  await seedAgents(ownerUrl);
  say(`Handover listens on ${await runServer({ dev: true })}`);
}

await runCommand(dev);
