import { findDatabase } from "#db/embedded";
import { localSecret, roleUrl } from "#db/urls";

const ownerUrl = process.env.DATABASE_URL ?? (await findDatabase());
if (ownerUrl) {
  const env = { ...process.env, HANDOVER_SECRET: process.env.HANDOVER_SECRET ?? localSecret() };
  const isOwner = process.argv.includes("--owner");
  process.stdout.write(`${isOwner ? ownerUrl : roleUrl("handover_app", env, ownerUrl)}\n`);
} else {
  process.stderr.write("No database is running: start one with `npm run demo`.\n");
  process.exitCode = 1;
}
