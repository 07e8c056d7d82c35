import { createHmac } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import { database } from "#db/client";
import { throttleCounters } from "#db/schema/throttle-counters";
import { secret } from "#lib/auth";
import { Refusal } from "#lib/refusal";

const WINDOW_MINUTES = 15;
const ATTEMPTS = { email: 10, address: 100 };

/**
 * Counts one attempt for the e-mail and for the network address, in Postgres, so that several
 * servers count together. Throws `too_many_attempts` with the minutes to wait.
 */
export async function countAttempt(email: string, address: string): Promise<void> {
  const keys = { email: counterKey("email", email), address: counterKey("address", address) };
  const rows = await database()
    .insert(throttleCounters)
    .values(
      // Sorted, so that two attempts lock the two rows in one order.
      Object.values(keys)
        .sort()
        .map((key) => ({ key, attempts: 1, windowEndsAt: windowEnd })),
    )
    .onConflictDoUpdate({
      target: throttleCounters.key,
      set: {
        attempts: sql`case when ${throttleCounters.windowEndsAt} < now() then 1 else ${throttleCounters.attempts} + 1 end`,
        windowEndsAt: sql`case when ${throttleCounters.windowEndsAt} < now() then excluded.window_ends_at else ${throttleCounters.windowEndsAt} end`,
      },
    })
    .returning();
  for (const kind of ["email", "address"] as const) {
    const row = rows.find(({ key }) => key === keys[kind]);
    if (row && row.attempts > ATTEMPTS[kind]) {
      const minutes = Math.ceil((row.windowEndsAt.getTime() - Date.now()) / 60_000);
      throw new Refusal("too_many_attempts", { count: Math.max(1, minutes) });
    }
  }
}

/** A right password wipes the e-mail's count, and does not count for the address. */
export async function forgetAttempts(email: string, address: string): Promise<void> {
  const { key, attempts } = throttleCounters;
  await database()
    .delete(throttleCounters)
    .where(eq(key, counterKey("email", email)));
  await database()
    .update(throttleCounters)
    .set({ attempts: sql`${attempts} - 1` })
    .where(and(eq(key, counterKey("address", address)), gt(attempts, 0)));
}

const windowEnd = sql<Date>`now() + make_interval(mins => ${WINDOW_MINUTES})`;

// Keyed hashes: the one table that is not behind an account's wall names nobody.
function counterKey(kind: string, value: string): string {
  return createHmac("sha256", secret())
    .update(`${kind} ${value.toLowerCase()}`)
    .digest("base64url");
}
