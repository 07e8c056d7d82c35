import { createHmac } from "node:crypto";
import { and, gt, inArray, sql } from "drizzle-orm";
import { throttleCounters } from "#db/schema/throttle-counters";
import { secret } from "#lib/auth";
import { Refusal } from "#lib/refusal";
import { networkOf } from "#lib/sessions/network-of";
import { outsideAccounts, type Tx } from "#lib/transaction";

const WINDOW_MINUTES = 15;
const ATTEMPTS = { email: 10, address: 100, own: 10, forgottenEmail: 5, forgottenAddress: 50 };

/** At which door: attempts at one say nothing about those at the other. */
type Door = "accounts" | "support";
const kinds = {
  accounts: { email: "email", address: "address" },
  support: { email: "support e-mail", address: "support address" },
};

/**
 * Counts one attempt for the e-mail and for the network address, in Postgres, so that several
 * servers count together. Throws `too_many_attempts` with the minutes to wait.
 */
export async function countAttempt(
  email: string,
  address: string,
  door: Door = "accounts",
): Promise<void> {
  await countEach([
    { key: counterKey(kinds[door].email, email), limit: ATTEMPTS.email },
    { key: counterKey(kinds[door].address, networkOf(address)), limit: ATTEMPTS.address },
  ]);
}

/** The same for asking for a new password, which sends a mail; known or not, an address counts. */
export async function countForgotten(email: string, address: string): Promise<void> {
  await countEach([
    { key: counterKey("forgotten e-mail", email), limit: ATTEMPTS.forgottenEmail },
    { key: counterKey("forgotten address", networkOf(address)), limit: ATTEMPTS.forgottenAddress },
  ]);
}

/** The same for something that one signed-in user tries, such as their password asked again. */
export async function countOwnAttempt(kind: string, userId: string): Promise<void> {
  await countEach([{ key: counterKey(kind, userId), limit: ATTEMPTS.own }]);
}

async function countEach(counters: { key: string; limit: number }[]): Promise<void> {
  // Committed before anything is refused: a refusal inside would take the count back.
  const rows = await outsideAccounts(async (tx) => {
    await dropExpired(tx);
    return tx
      .insert(throttleCounters)
      .values(
        // Sorted, so that two attempts lock the rows in one order.
        counters
          .map(({ key }) => ({ key, attempts: 1, windowEndsAt: windowEnd }))
          .sort((one, other) => (one.key < other.key ? -1 : 1)),
      )
      .onConflictDoUpdate({
        target: throttleCounters.key,
        set: {
          attempts: sql`case when ${throttleCounters.windowEndsAt} < now() then 1 else ${throttleCounters.attempts} + 1 end`,
          windowEndsAt: sql`case when ${throttleCounters.windowEndsAt} < now() then excluded.window_ends_at else ${throttleCounters.windowEndsAt} end`,
        },
      })
      .returning();
  });
  for (const { key, limit } of counters) {
    const row = rows.find((one) => one.key === key);
    if (row && row.attempts > limit) {
      const minutes = Math.ceil((row.windowEndsAt.getTime() - Date.now()) / 60_000);
      throw new Refusal("too_many_attempts", { count: Math.max(1, minutes) });
    }
  }
}

/**
 * A right password does not count. It takes back itself alone: who has a user of one account must
 * not wipe out the wrong attempts at another account's user with the same e-mail.
 */
export async function forgetAttempt(
  email: string,
  address: string,
  door: Door = "accounts",
): Promise<void> {
  await takeBack([
    counterKey(kinds[door].email, email),
    counterKey(kinds[door].address, networkOf(address)),
  ]);
}

export async function forgetOwnAttempt(kind: string, userId: string): Promise<void> {
  await takeBack([counterKey(kind, userId)]);
}

async function takeBack(keys: string[]): Promise<void> {
  const { key, attempts } = throttleCounters;
  await outsideAccounts((tx) =>
    tx
      .update(throttleCounters)
      .set({ attempts: sql`${attempts} - 1` })
      .where(and(inArray(key, keys), gt(attempts, 0))),
  );
}

/** Old counters go as new ones come; those that somebody else is at stay for the next time. */
async function dropExpired(tx: Tx): Promise<void> {
  await tx.execute(
    sql`delete from throttle_counters where key in (
          select key from throttle_counters where window_ends_at < now()
          limit 100 for update skip locked)`,
  );
}

const windowEnd = sql<Date>`now() + make_interval(mins => ${WINDOW_MINUTES})`;

// Keyed hashes: the one table that is not behind an account's wall names nobody.
function counterKey(kind: string, value: string): string {
  return createHmac("sha256", secret())
    .update(`${kind} ${withSmallLetters(value)}`)
    .digest("base64url");
}

// Letter by letter, as the database compares addresses. As a whole, "İ" would become "i" and a dot:
// each way to write an address would have a counter of its own.
function withSmallLetters(value: string): string {
  return Array.from(value, (letter) => Array.from(letter.toLowerCase())[0]).join("");
}
