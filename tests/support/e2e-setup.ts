import { readFileSync } from "node:fs";
import postgres from "postgres";
import { startDatabase } from "#db/embedded";
import { migrate } from "#db/migrate";
import { seed } from "#db/seed/seed";
import { localSecret, roleUrlBeside } from "#db/urls";
import { buildIfStale } from "#lib/commands/build";
import { requireBrowser } from "#tests/support/browser";
import { password } from "#tests/support/e2e-account";
import { startStoryMail } from "#tests/support/e2e-mails";
import { startServer } from "#tests/support/e2e-server";

/**
 * Before all stories: a production build, a fresh database with the demo data (on DATABASE_URL's
 * server, else on the embedded one of the tests), a mail server, and the real server in a process
 * of its own.
 */
export default async function setup(): Promise<() => Promise<void>> {
  process.env.PLAYWRIGHT_CHROMIUM = requireBrowser();
  await buildIfStale();
  const given = process.env.DATABASE_URL;
  const embedded = given ? null : await startDatabase(".data/test", { durable: false });
  const maintenanceUrl = given ?? embedded?.ownerUrl ?? "";
  const maintenance = postgres(maintenanceUrl, { max: 1, onnotice: () => {} });
  // Named like those of the other tests, which drop what a killed run has left behind.
  const name = `handover_test_${process.pid}_e2e`;
  await maintenance`create database ${maintenance(name)}`;

  const ownerUrl = withDatabase(maintenanceUrl, name);
  const secret = process.env.HANDOVER_SECRET ?? localSecret(embedded ? ".data/test" : ".data");
  const env = { ...process.env, HANDOVER_SECRET: secret };
  await migrate(ownerUrl, env);
  await seed(ownerUrl);
  const appUrl = roleUrlBeside(ownerUrl, "handover_app", env);
  const log = "test-results/server.log";
  const mailServer = await startStoryMail();
  const server = await startServer({
    appUrl,
    secret,
    log,
    mail: {
      SMTP_URL: mailServer.url,
      HANDOVER_WORKER_URL: roleUrlBeside(ownerUrl, "handover_worker", env),
    },
  });
  process.env.E2E_SECRET = secret;
  process.env.E2E_URL = server.url;
  process.env.E2E_OWNER_URL = ownerUrl;

  return async () => {
    await server.stop();
    await mailServer.stop();
    refuseTalkativeLog(readFileSync(log, "utf8"));
    await maintenance`drop database ${maintenance(name)} with (force)`;
    await maintenance.end();
    await embedded?.stop();
  };
}

/** What the stories typed and were given must not stand in the server's log. */
function refuseTalkativeLog(log: string): void {
  const secrets = [password, "customer.example", "handover.session=", "Prefers the telephone"];
  const told = secrets.filter((secret) => log.includes(secret));
  if (/choose-password\/[0-9a-f]{8}-/.test(log)) told.push("a password link");
  if (told.length > 0) throw new Error(`The server's log tells ${told.join(", ")}.`);
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
