import { sql } from "drizzle-orm";
import { database } from "#db/client";

const PATIENCE_MILLISECONDS = 2000;

let asked: Promise<boolean> | undefined;

/** Whether the database answers the application's own role within two seconds. */
export async function isDatabaseAnswering(): Promise<boolean> {
  // One question at a time: a database that hangs must not collect one per health check.
  asked ??= ask().finally(() => {
    asked = undefined;
  });
  const { promise: patience, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, PATIENCE_MILLISECONDS, false);
  try {
    return await Promise.race([asked, patience]);
  } finally {
    clearTimeout(timer);
  }
}

async function ask(): Promise<boolean> {
  try {
    await database().execute(sql`select 1`);
    return true;
  } catch {
    return false;
  }
}
