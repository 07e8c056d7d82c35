import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client";
import { users } from "#db/schema/users";
import { record } from "#lib/audit/record";
import { queueMail } from "#lib/mail/queue-mail";
import { Refusal } from "#lib/refusal";
import { SILENT_MILLISECONDS } from "#lib/sessions/refuse-slowly";
import type { ForgetPassword } from "#lib/sessions/schema";
import type { Visitor } from "#lib/sessions/start-session";
import { countForgotten } from "#lib/sessions/throttle";
import { transact } from "#lib/transaction";
import { insertPasswordLink } from "#lib/users/password-link";

type Candidate = { account_id: string; user_id: string; status: "active" | "inactive" };

/**
 * Mails a link for a new password to each active user with this address, in whatever account. Who
 * asks learns nothing: known, unknown and inactive end the same.
 */
export async function forgetPassword(input: ForgetPassword, visitor: Visitor): Promise<void> {
  const answeredNotBefore = sleep(SILENT_MILLISECONDS);
  try {
    await countForgotten(input.email, visitor.address);
    const candidates = await database().execute<Candidate>(
      sql`select account_id, user_id, status from sign_in_candidates(${input.email})`,
    );
    for (const { account_id, user_id, status } of candidates) {
      if (status === "active") await mailLink(account_id, user_id, visitor).catch(passOver);
    }
  } finally {
    await answeredNotBefore;
  }
}

async function mailLink(accountId: string, userId: string, visitor: Visitor): Promise<void> {
  await transact({ kind: "system", accountId }, async (tx) => {
    const [user] = await tx
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(and(eq(users.accountId, accountId), eq(users.id, userId), eq(users.status, "active")))
      .for("no key update");
    if (!user) return;
    const linkId = await insertPasswordLink(tx, accountId, userId, "reset");
    await queueMail(tx, { userId }, "password_forgotten", { linkId });
    const { device, address } = visitor;
    await record(
      tx,
      { accountId },
      { kind: "user.password_forgotten", data: { device, address }, user },
    );
  });
}

// A refusal, such as of two at the same moment, would tell that there is somebody.
function passOver(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
