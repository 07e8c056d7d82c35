import { sql } from "drizzle-orm";
import { subscriptions } from "#db/schema/subscriptions";
import { now } from "#lib/clock";

/**
 * In a query of subscriptions: from when on the account is read-only, or null. One that was cancelled
 * is so with the end of its period, whether or not the job has come to it yet.
 */
export function readOnlyAt() {
  const { cancelledAt, status, renewsAt, readOnlyAt } = subscriptions;
  return sql<Date | null>`case
    when ${cancelledAt} is not null and ${status} <> 'ended'
      and ${renewsAt} <= ${now().toISOString()}::timestamptz
    then least(${readOnlyAt}, ${renewsAt}) else ${readOnlyAt} end`.mapWith(readOnlyAt);
}

export function isReadOnly({ readOnlyAt }: { readOnlyAt: Date | null }): boolean {
  return readOnlyAt !== null && readOnlyAt <= now();
}
