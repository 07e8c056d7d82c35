import { and, eq, isNotNull, isNull, lt } from "drizzle-orm";
import { recoveryCodes, secondSteps } from "#db/schema/second-steps";
import { Refusal } from "#lib/refusal";
import { findPeriod } from "#lib/second-steps/app-code";
import { recoveryCodeHash } from "#lib/second-steps/recovery-codes";
import type { EnteredCode } from "#lib/second-steps/schema";
import { openSecret } from "#lib/second-steps/sealed-secret";
import type { Tx } from "#lib/transaction";

type Whose = { accountId: string; userId: string };

/** Takes a code of this user's, which never counts again; of two who enter it at once, one. */
export async function spendCode(tx: Tx, whose: Whose, entered: EnteredCode): Promise<void> {
  const [step] = await tx
    .select({ secret: secondSteps.secret })
    .from(secondSteps)
    .where(isOn(whose));
  if (!step) throw new Refusal("second_step_off_already");
  if (entered.kind === "recovery") return spendRecoveryCode(tx, whose, entered.code);
  const period = findPeriod(openSecret(step.secret, whose), entered.code);
  if (period === null) throw new Refusal("code_wrong");
  await claimPeriod(tx, whose, period);
}

function isOn({ accountId, userId }: Whose) {
  return and(
    eq(secondSteps.accountId, accountId),
    eq(secondSteps.userId, userId),
    isNotNull(secondSteps.confirmedAt),
  );
}

async function claimPeriod(tx: Tx, whose: Whose, period: number): Promise<void> {
  const claimed = await tx
    .update(secondSteps)
    .set({ lastPeriod: period })
    .where(and(isOn(whose), lt(secondSteps.lastPeriod, period)))
    .returning({ userId: secondSteps.userId });
  if (claimed.length === 0) throw new Refusal("code_used");
}

async function spendRecoveryCode(tx: Tx, whose: Whose, code: string): Promise<void> {
  const spent = await tx
    .update(recoveryCodes)
    .set({ usedAt: new Date() })
    .where(
      and(
        eq(recoveryCodes.accountId, whose.accountId),
        eq(recoveryCodes.userId, whose.userId),
        eq(recoveryCodes.codeHash, recoveryCodeHash(whose, code)),
        isNull(recoveryCodes.usedAt),
        isNull(recoveryCodes.endedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  if (spent.length === 0) throw new Refusal("recovery_code_wrong");
}
