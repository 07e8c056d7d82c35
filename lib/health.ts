import { database } from "#db/client";
import { isMigrated } from "#db/is-migrated";

const PATIENCE_MILLISECONDS = 2000;
const NO_ANSWER = "The database does not answer.";

let asked: Promise<string | null> | undefined;

/** Why the server cannot serve now, or null; the database has two seconds to answer. */
export async function whyNotReady(): Promise<string | null> {
  // One question at a time: a database that hangs must not collect one per health check.
  asked ??= ask().finally(() => {
    asked = undefined;
  });
  const { promise: patience, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(resolve, PATIENCE_MILLISECONDS, NO_ANSWER);
  try {
    return await Promise.race([asked, patience]);
  } finally {
    clearTimeout(timer);
  }
}

async function ask(): Promise<string | null> {
  try {
    return (await isMigrated(database().$client)) ? null : "The database is not migrated.";
  } catch {
    return NO_ANSWER;
  }
}
