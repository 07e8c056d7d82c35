import { and, eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { secondSteps } from "#db/schema/second-steps";
import type { Member } from "#lib/actor";
import { countRecoveryCodes } from "#lib/second-steps/recovery-codes";
import { whyNotTurnOff } from "#lib/second-steps/rules";
import { read } from "#lib/transaction";

/** One's own two-step sign-in: since when it is on, and how many recovery codes are left. */
export function getSecondStepPage(actor: Member) {
  const { accountId, userId } = actor;
  return read(actor, async (tx) => {
    const [steps, accountRows, recoveryCodesLeft] = await Promise.all([
      tx
        .select({ confirmedAt: secondSteps.confirmedAt })
        .from(secondSteps)
        .where(and(eq(secondSteps.accountId, accountId), eq(secondSteps.userId, userId))),
      tx
        .select({ adminsNeedSecondStep: accounts.adminsNeedSecondStep })
        .from(accounts)
        .where(eq(accounts.id, accountId)),
      countRecoveryCodes(tx, { accountId, userId }),
    ]);
    const [account] = accountRows;
    if (!account) throw new Error("The actor's account is not there.");
    return {
      onSince: steps[0]?.confirmedAt ?? null,
      recoveryCodesLeft,
      whyNotOff: whyNotTurnOff(actor, account),
    };
  });
}
