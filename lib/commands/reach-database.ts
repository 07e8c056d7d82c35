import { startDatabase } from "#db/embedded";
import { migrate } from "#db/migrate";
import { localSecret } from "#db/urls";
import { settleEnvironment } from "#lib/commands/environment";
import { hold } from "#lib/commands/run-command";

/**
 * For a command that changes one account, as role handover_app: on the server that the environment
 * names, else on the one of the demo.
 */
export async function reachDatabase(): Promise<void> {
  const { DATABASE_URL, HANDOVER_APP_URL } = process.env;
  process.env.HANDOVER_SECRET ||= localSecret();
  if (DATABASE_URL || HANDOVER_APP_URL) return settleEnvironment("production");
  const { ownerUrl, started, stop } = await startDatabase();
  hold(stop);
  // Where somebody else uses it, that has been done, perhaps with a secret of their own.
  if (started) await migrate(ownerUrl);
  settleEnvironment("production", ownerUrl);
}

/** Says what to do about a database that has never been migrated. */
export function explainMissingTables(error: Error): never {
  const { cause } = error;
  if (cause instanceof Error && "code" in cause && cause.code === "42P01") {
    throw new Error("The database has no tables yet: run `npm run db:migrate` first.", { cause });
  }
  throw error;
}
