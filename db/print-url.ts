import { findDatabase } from "#db/embedded";
import { roleUrl, withLocalSecret } from "#db/urls";

async function main(): Promise<void> {
  const isOwner = readOptions();
  const ownerUrl = process.env.DATABASE_URL || (await findDatabase());
  if (!ownerUrl) throw new Error("No database is running: start one with `npm run demo`.");
  const url = isOwner ? ownerUrl : roleUrl("handover_app", withLocalSecret(), ownerUrl);
  process.stdout.write(`${url}\n`);
}

function readOptions(): boolean {
  const [option, ...more] = process.argv.slice(2);
  if (option === undefined) return false;
  if (option === "--owner" && more.length === 0) return true;
  throw new Error("db:url knows one option: -- --owner prints the migrating role's URL.");
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
