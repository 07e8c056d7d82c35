import { and, eq } from "drizzle-orm";
import { users } from "#db/schema/users";
import { queueMail } from "#lib/mail/queue-mail";
import { Refusal } from "#lib/refusal";
import { hasSecondStep } from "#lib/second-step-of-user";
import { countRecoveryCodes } from "#lib/second-steps/recovery-codes";
import type { EnteredCode } from "#lib/second-steps/schema";
import { spendCode } from "#lib/second-steps/spend-code";
import { refuseSlowly } from "#lib/sessions/refuse-slowly";
import { readSignInCodeTicket } from "#lib/sessions/sign-in-code-ticket";
import { startSession, type Visitor } from "#lib/sessions/start-session";
import { countOwnAttempt, forgetOwnAttempt } from "#lib/sessions/throttle";
import { transact } from "#lib/transaction";

/** The second step of a sign-in: the ticket proves that the password was right, the code the rest. */
export function enterCode(ticket: string, code: EnteredCode, visitor: Visitor) {
  return refuseSlowly(async () => {
    const whose = await readSignInCodeTicket(ticket);
    if (!whose) throw new Refusal("code_too_late");
    const { accountId, userId } = whose;
    await countOwnAttempt("code", userId);
    const session = await transact({ kind: "system", accountId }, async (tx) => {
      // The user first, as everywhere; starting the session would lock the row after the code's.
      const [user] = await tx
        .select({ hasSecondStep })
        .from(users)
        .where(and(eq(users.accountId, accountId), eq(users.id, userId)))
        .for("no key update");
      if (!user?.hasSecondStep) throw new Refusal("code_not_needed");
      await spendCode(tx, whose, code);
      if (code.kind !== "recovery") return startSession(tx, whose, visitor, { code: code.kind });
      const recoveryCodesLeft = await countRecoveryCodes(tx, whose);
      const used = { what: "recovery_code_used", left: recoveryCodesLeft } as const;
      await queueMail(tx, { userId }, "second_step_changed", used);
      return startSession(tx, whose, visitor, { code: code.kind, recoveryCodesLeft });
    });
    await forgetOwnAttempt("code", userId);
    return session;
  });
}
