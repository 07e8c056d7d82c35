import { findDatabase } from "#db/embedded";
import { roleUrl, withLocalSecret } from "#db/urls";

async function main(): Promise<void> {
  const ownerUrl = process.env.DATABASE_URL || (await findDatabase());
  if (!ownerUrl) throw new Error("No database is running: start one with `npm run demo`.");
  const isOwner = process.argv.includes("--owner");
  const url = isOwner ? ownerUrl : roleUrl("handover_app", withLocalSecret(), ownerUrl);
  process.stdout.write(`${url}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
