import { and, eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { sessions } from "#db/schema/sessions";
import { users } from "#db/schema/users";
import { record } from "#lib/audit/record";
import { SESSION_SECONDS } from "#lib/auth";
import { Refusal } from "#lib/refusal";
import { passwordProof } from "#lib/sessions/password";
import type { Tx } from "#lib/transaction";

/** With what and from where somebody signs in. */
export type Visitor = { device: string; address: string };
/** Whose password was right, and which one that was. */
export type Proven = { accountId: string; userId: string; proof: string };
export type StartedSession = { accountId: string; sessionId: string };

/** What was entered besides the password; of a recovery code, how many are left. */
export type SecondStepUse = { code?: "app" | "recovery"; recoveryCodesLeft?: number };

/**
 * Inserts the session; the database locks the user and refuses an inactive one (domain rule 3). The
 * password that `proof` is of must still be the user's: who changed it meant to end this one too.
 */
export async function startSession(
  tx: Tx,
  { accountId, userId, proof }: Proven,
  visitor: Visitor,
  secondStep: SecondStepUse = {},
): Promise<StartedSession> {
  const [user] = await tx
    .select({
      name: users.name,
      status: users.status,
      passwordHash: users.passwordHash,
      accountName: accounts.name,
    })
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .where(and(eq(users.accountId, accountId), eq(users.id, userId)))
    .for("no key update", { of: users });
  if (!user || passwordProof(user.passwordHash) !== proof) throw new Refusal("credentials_wrong");
  if (user.status !== "active") throw new Refusal("user_inactive", { name: user.accountName });
  const [session] = await tx
    .insert(sessions)
    .values({
      accountId,
      userId,
      expiresAt: new Date(Date.now() + SESSION_SECONDS * 1000),
      device: visitor.device,
      address: visitor.address,
    })
    .returning({ id: sessions.id });
  if (!session) throw new Error("The session was not inserted.");
  await record(
    tx,
    { accountId, userId, name: user.name },
    {
      kind: "user.signed_in",
      data: { ...visitor, ...secondStep },
      user: { id: userId, name: user.name },
    },
  );
  return { accountId, sessionId: session.id };
}
