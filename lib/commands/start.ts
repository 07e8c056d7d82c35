import { existsSync } from "node:fs";
import { settleEnvironment } from "#lib/commands/environment";
import { runCommand, say } from "#lib/commands/run-command";
import { requireFreePort, runServer } from "#lib/commands/run-server";
import { requireSettings } from "#lib/commands/settings";
import { supportEmail } from "#lib/support-email";

/** `npm start`: production, by environment alone. Migrating is `npm run db:migrate`. */
async function start(): Promise<void> {
  requireSettings();
  if (!existsSync(".next/BUILD_ID")) throw new Error("Run `npm run build` first.");
  settleEnvironment("production");
  await requireFreePort();
  sayDefaults();
  // The migrating role's password has no business in the server.
  delete process.env.DATABASE_URL;
  say(`Handover listens on ${await runServer({ dev: false })}`);
}

function sayDefaults(): void {
  if (!process.env.SUPPORT_EMAIL) {
    say(`SUPPORT_EMAIL is not set: people are told to write to ${supportEmail()}.`);
  }
  if (!process.env.SMTP_URL) say("SMTP_URL is not set: mails wait in the queue until it is.");
}

await runCommand(start);
