import { and, eq } from "drizzle-orm";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { Refusal } from "#lib/refusal";
import { isPassword } from "#lib/sessions/password";
import { countOwnAttempt, forgetOwnAttempt } from "#lib/sessions/throttle";
import { read } from "#lib/transaction";

/**
 * The person's own password, asked again before a step that a borrowed screen must not take. Throws
 * `password_wrong` or `too_many_attempts`. Before the transaction: verifying is slow.
 */
export async function confirmPassword(actor: Member, password: string): Promise<void> {
  await countOwnAttempt("password", actor.userId);
  const [row] = await read(actor, (tx) =>
    tx
      .select({ passwordHash: users.passwordHash })
      .from(users)
      .where(and(eq(users.accountId, actor.accountId), eq(users.id, actor.userId))),
  );
  if (!(await isPassword(password, row?.passwordHash ?? null))) throw new Refusal("password_wrong");
  await forgetOwnAttempt("password", actor.userId);
}
