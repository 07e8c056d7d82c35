import { existsSync } from "node:fs";
import { settleEnvironment } from "#lib/commands/environment";
import { runCommand, say } from "#lib/commands/run-command";
import { requireFreePort, runServer } from "#lib/commands/run-server";
import { supportEmail } from "#lib/support-email";

const shortestSecret = 32;

/** `npm start`: production, by environment alone. Migrating is `npm run db:migrate`. */
async function start(): Promise<void> {
  requireSettings();
  settleEnvironment("production");
  await requireFreePort();
  sayDefaults();
  // The migrating role's password has no business in the server.
  delete process.env.DATABASE_URL;
  say(`Handover listens on ${await runServer({ dev: false })}`);
}

function requireSettings(): void {
  const { HANDOVER_SECRET = "", HANDOVER_APP_URL, DATABASE_URL } = process.env;
  if (HANDOVER_SECRET.length < shortestSecret) {
    throw new Error(`Set HANDOVER_SECRET to at least ${shortestSecret} random characters.`);
  }
  const name = HANDOVER_APP_URL ? "HANDOVER_APP_URL" : "DATABASE_URL";
  const url = HANDOVER_APP_URL || DATABASE_URL;
  if (!url) throw new Error("Set HANDOVER_APP_URL, or DATABASE_URL to derive it from.");
  if (!URL.canParse(url)) throw new Error(`${name} is no address of a database.`);
  if (!existsSync(".next/BUILD_ID")) throw new Error("Run `npm run build` first.");
}

function sayDefaults(): void {
  if (!process.env.SUPPORT_EMAIL) {
    say(`SUPPORT_EMAIL is not set: people are told to write to ${supportEmail()}.`);
  }
}

await runCommand(start);
