import { and, eq } from "drizzle-orm";
import { users } from "#db/schema/users";
import { hasSecondStep } from "#lib/second-step-of-user";
import { makeSignInCodeTicket } from "#lib/sessions/sign-in-code-ticket";
import {
  type Proven,
  type StartedSession,
  startSession,
  type Visitor,
} from "#lib/sessions/start-session";
import { transact } from "#lib/transaction";

/** A session, or the ticket with which a code is asked for. */
export type AfterPassword =
  | { session: StartedSession; codeTicket?: undefined }
  | { codeTicket: string; session?: undefined };

/** Where the password was right: starts the session, unless the user has a second step. */
export async function afterPassword(proven: Proven, visitor: Visitor): Promise<AfterPassword> {
  const { accountId, userId } = proven;
  const session = await transact({ kind: "system", accountId }, async (tx) => {
    const isActive = and(
      eq(users.accountId, accountId),
      eq(users.id, userId),
      eq(users.status, "active"),
    );
    // Held before it is looked at: whoever turns it on at this moment comes before or after.
    await tx.select({ id: users.id }).from(users).where(isActive).for("no key update");
    const [user] = await tx.select({ hasSecondStep }).from(users).where(isActive);
    return user?.hasSecondStep ? null : startSession(tx, proven, visitor);
  });
  return session ? { session } : { codeTicket: await makeSignInCodeTicket(proven) };
}
