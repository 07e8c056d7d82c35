import { settleEnvironment, settleOutbox } from "#lib/commands/environment";
import { openDatabase } from "#lib/commands/open-database";
import { runCommand, say } from "#lib/commands/run-command";
import { requireFreePort, runServer } from "#lib/commands/run-server";

/** `npm run dev`: the demo's database and data, with hot reload. */
async function dev(): Promise<void> {
  await requireFreePort();
  const ownerUrl = await openDatabase();
  settleEnvironment("development", ownerUrl);
  settleOutbox();
  say(`Handover listens on ${await runServer({ dev: true })}`);
}

await runCommand(dev);
